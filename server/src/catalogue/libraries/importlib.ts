import type { Library } from '../schema';

export const importlib: Library = {
  module: 'importlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/importlib.html',
  apis: {
    // Reads, compiles and runs the module and all that it imports, the first time.
    import_module: { blocks: 'file' },
    reload: { blocks: 'file' },
    'metadata.version': { blocks: 'file', returns: 'builtins.str' },
    'metadata.distribution': { blocks: 'file' },
    'resources.read_text': { blocks: 'file', returns: 'builtins.str' },
    'resources.read_binary': { blocks: 'file', returns: 'builtins.bytes' },
    // Finds the package; its files are opened when they are read.
    'resources.files': { blocks: 'path', confidence: 'low' },
  },
};

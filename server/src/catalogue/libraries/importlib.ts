import type { Library } from '../schema';

export const importlib: Library = {
  module: 'importlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/importlib.html',
  apis: {
    // Reads, compiles and runs the module and all that it imports, but only the first time, as `import` does.
    import_module: { blocks: 'file', confidence: 'low' },
    reload: { blocks: 'file' },
    // One small file of the installed package.
    'metadata.version': { blocks: 'file', confidence: 'low', returns: 'builtins.str' },
    'metadata.distribution': { blocks: 'file', confidence: 'low' },
    'resources.read_text': { blocks: 'file', returns: 'builtins.str' },
    'resources.read_binary': { blocks: 'file', returns: 'builtins.bytes' },
    'resources.open_text': { blocks: 'file', opens: true },
    'resources.open_binary': { blocks: 'file', opens: true },
    // Finds the package; its files are opened when they are read.
    'resources.files': { blocks: 'path', confidence: 'low', returns: 'importlib.resources.abc.Traversable' },
    'resources.as_file': { enters: 'pathlib.Path' },
    'resources.abc.Traversable': {
      methods: {
        open: { blocks: 'file', opens: true },
        read_text: { blocks: 'file', returns: 'builtins.str' },
        read_bytes: { blocks: 'file', returns: 'builtins.bytes' },
        iterdir: { blocks: 'path', opens: true, each: 'importlib.resources.abc.Traversable' },
        is_dir: { blocks: 'path', confidence: 'low' },
        is_file: { blocks: 'path', confidence: 'low' },
        joinpath: { returns: 'importlib.resources.abc.Traversable' },
        __truediv__: { returns: 'importlib.resources.abc.Traversable' },
      },
    },
  },
};

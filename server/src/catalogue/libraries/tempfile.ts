import type { Library } from '../schema';

export const tempfile: Library = {
  module: 'tempfile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/tempfile.html',
  apis: {
    NamedTemporaryFile: { blocks: 'file', opens: true, asyncTwin: 'aiofiles.tempfile.NamedTemporaryFile' },
    TemporaryFile: { blocks: 'file', opens: true, asyncTwin: 'aiofiles.tempfile.TemporaryFile' },
    mkstemp: { blocks: 'file' },
    mkdtemp: { blocks: 'path', returns: 'builtins.str' },
    TemporaryDirectory: {
      blocks: 'path',
      asyncTwin: 'aiofiles.tempfile.TemporaryDirectory',
      // `with` gives the path.
      enters: 'builtins.str',
      methods: {
        // Removes the whole tree.
        cleanup: { blocks: 'path' },
      },
    },
    // Tries the candidates the first time.
    gettempdir: { blocks: 'path', confidence: 'low', returns: 'builtins.str' },
    // In memory until it grows over its limit.
    SpooledTemporaryFile: { methods: {} },
  },
};

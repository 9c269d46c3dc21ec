import type { Library } from '../schema';

export const ctypes: Library = {
  module: 'ctypes',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/ctypes.html',
  apis: {
    // Loads a library, the first time.
    CDLL: { blocks: 'file', confidence: 'low', methods: {} },
    // Runs ldconfig and the compiler on Linux.
    'util.find_library': { blocks: 'subprocess' },
  },
};

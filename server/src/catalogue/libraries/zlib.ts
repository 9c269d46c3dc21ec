import type { Library } from '../schema';

export const zlib: Library = {
  module: 'zlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/zlib.html',
  apis: {
    // Processor time, in proportion to the data; the lock of the interpreter is released, so a thread helps.
    compress: { blocks: 'cpu' },
    decompress: { blocks: 'cpu' },
  },
};

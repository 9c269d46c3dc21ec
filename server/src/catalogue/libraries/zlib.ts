import type { Library } from '../schema';

export const zlib: Library = {
  module: 'zlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/zlib.html',
  apis: {
    // Processor time in proportion to the data, which is most often small; the interpreter's lock is released, so a thread helps.
    compress: { blocks: 'cpu', confidence: 'low' },
    decompress: { blocks: 'cpu', confidence: 'low' },
  },
};

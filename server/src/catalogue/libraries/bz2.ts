import type { Library } from '../schema';

export const bz2: Library = {
  module: 'bz2',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/bz2.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'bz2.BZ2File' },
    BZ2File: { blocks: 'file', opens: true, methods: {} },
    // Processor time in proportion to the data, which is most often small; the interpreter's lock is released, so a thread helps.
    compress: { blocks: 'cpu', confidence: 'low' },
    decompress: { blocks: 'cpu', confidence: 'low' },
  },
};

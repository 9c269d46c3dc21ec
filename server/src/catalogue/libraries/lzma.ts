import type { Library } from '../schema';

export const lzma: Library = {
  module: 'lzma',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/lzma.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'lzma.LZMAFile' },
    LZMAFile: { blocks: 'file', opens: true, methods: {} },
    // Processor time in proportion to the data, which is most often small; the interpreter's lock is released, so a thread helps.
    compress: { blocks: 'cpu', confidence: 'low' },
    decompress: { blocks: 'cpu', confidence: 'low' },
  },
};

import type { Library } from '../schema';

export const gzip: Library = {
  module: 'gzip',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/gzip.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'gzip.GzipFile' },
    GzipFile: { blocks: 'file', opens: true, methods: {} },
    // Processor time, in proportion to the data; the lock of the interpreter is released, so a thread helps.
    compress: { blocks: 'cpu' },
    decompress: { blocks: 'cpu' },
  },
};

import type { Library } from '../schema';

export const gzip: Library = {
  module: 'gzip',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/gzip.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'gzip.GzipFile' },
    // Opens a file of that name, but where it is given one: that is most often in memory.
    GzipFile: { blocks: 'file', opens: true, unless: { keyword: 'fileobj', position: 3, values: 'any' }, methods: {} },
    // Processor time in proportion to the data, which is most often small; the interpreter's lock is released, so a thread helps.
    compress: { blocks: 'cpu', confidence: 'low' },
    decompress: { blocks: 'cpu', confidence: 'low' },
  },
};

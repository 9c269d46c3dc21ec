import type { Library } from '../schema';

export const mmap: Library = {
  module: 'mmap',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/mmap.html',
  apis: {
    // Quick by itself: what waits is reading the memory, where no call is.
    mmap: { blocks: 'file', confidence: 'low', opens: true, methods: { flush: { blocks: 'file' } } },
  },
};

import type { Library } from '../schema';

export const linecache: Library = {
  module: 'linecache',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/linecache.html',
  apis: {
    // Reads the file the first time.
    getline: { blocks: 'file', confidence: 'low' },
    getlines: { blocks: 'file', confidence: 'low' },
  },
};

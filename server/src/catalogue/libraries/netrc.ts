import type { Library } from '../schema';

export const netrc: Library = {
  module: 'netrc',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/netrc.html',
  apis: {
    // Reads one small file.
    netrc: { blocks: 'file', confidence: 'low', methods: {} },
  },
};

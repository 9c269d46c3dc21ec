import type { Library } from '../schema';

export const tomllib: Library = {
  module: 'tomllib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/tomllib.html',
  apis: {
    // Takes a file that is open: opening it is reported, and one in memory does not wait.
    load: { blocks: 'file', confidence: 'low', since: '3.11' },
  },
};

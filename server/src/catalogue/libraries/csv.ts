import type { Library } from '../schema';

export const csv: Library = {
  module: 'csv',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/csv.html',
  apis: {
    // Its steps read the file below it: opening that is reported.
    reader: { blocks: 'file', confidence: 'low' },
  },
};

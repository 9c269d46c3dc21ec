import type { Api, Library } from '../schema';

const file: Api = { blocks: 'file', opens: true };

/** Which of the formats there are depends on how Python was built. */
export const dbm: Library = {
  module: 'dbm',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/dbm.html',
  apis: {
    open: file,
    'dumb.open': file,
    'gnu.open': file,
    'ndbm.open': file,
    'sqlite3.open': { ...file, since: '3.13' },
  },
};

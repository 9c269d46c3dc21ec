import type { Library } from '../schema';

export const shelve: Library = {
  module: 'shelve',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/shelve.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'shelve.DbfilenameShelf' },
    // Its items and what writes them have no rows: opening the shelf is reported.
    Shelf: { methods: {} },
    DbfilenameShelf: { blocks: 'file', opens: true, bases: ['shelve.Shelf'] },
  },
};

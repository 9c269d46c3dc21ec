import type { Api, Library } from '../schema';

/** Takes a file that is open: opening it is reported, and one in memory does not wait. */
const throughFile: Api = { blocks: 'file', confidence: 'low' };

export const marshal: Library = {
  module: 'marshal',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/marshal.html',
  apis: {
    load: throughFile,
    dump: throughFile,
  },
};

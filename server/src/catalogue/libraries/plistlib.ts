import type { Api, Library } from '../schema';

/** Takes a file that is open: opening it is reported, and one in memory does not wait. */
const throughFile: Api = { blocks: 'file', confidence: 'low' };

export const plistlib: Library = {
  module: 'plistlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/plistlib.html',
  apis: {
    load: throughFile,
    dump: throughFile,
  },
};

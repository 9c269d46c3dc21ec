import type { Library } from '../schema';

export const filecmp: Library = {
  module: 'filecmp',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/filecmp.html',
  apis: {
    // Reads both files where size and time do not settle it.
    cmp: { blocks: 'file' },
    cmpfiles: { blocks: 'file' },
    // Looks when its attributes are read.
    dircmp: { blocks: 'path', confidence: 'low' },
  },
};

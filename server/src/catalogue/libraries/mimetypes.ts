import type { Library } from '../schema';

export const mimetypes: Library = {
  module: 'mimetypes',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/mimetypes.html',
  apis: {
    // Reads some small files.
    init: { blocks: 'file', confidence: 'low' },
  },
};

import type { Library } from '../schema';

export const xmlSax: Library = {
  module: 'xml.sax',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/xml.sax.html',
  apis: {
    // Takes the name of a file or an address as well as a file.
    parse: { blocks: 'file' },
  },
};

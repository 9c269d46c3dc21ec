import type { Library } from '../schema';

export const xmlDomMinidom: Library = {
  module: 'xml.dom.minidom',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/xml.dom.minidom.html',
  apis: {
    // Takes the name of a file as well as a file.
    parse: { blocks: 'file' },
  },
};

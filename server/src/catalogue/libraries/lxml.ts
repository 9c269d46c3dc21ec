import type { Api, Library } from '../schema';

/** Takes a path or a URL. */
const file: Api = { blocks: 'file' };
/** Only for large documents. */
const parser: Api = { blocks: 'cpu', confidence: 'low' };

export const lxml: Library = {
  module: 'lxml',
  checkedAgainst: '6.1',
  docs: 'https://lxml.de/parsing.html',
  apis: {
    'etree.parse': file,
    'html.parse': file,
    'etree.fromstring': parser,
    'html.fromstring': parser,
    'html.document_fromstring': parser,
    'etree.XSLT': parser,
  },
};

import type { Api, Library } from '../schema';

/** Processor time in proportion to the input: some 10 ms for a megabyte, nothing for what a request usually brings. */
const largeInput: Api = { blocks: 'cpu', confidence: 'low' };

/** Takes names of files as well as files. */
export const xmlEtree: Library = {
  module: 'xml.etree.ElementTree',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/xml.etree.ElementTree.html',
  apis: {
    parse: { blocks: 'file', returns: 'xml.etree.ElementTree.ElementTree' },
    // An iterator: its steps read.
    iterparse: { blocks: 'file' },
    ElementTree: { methods: { parse: { blocks: 'file' }, write: { blocks: 'file' } } },
    fromstring: largeInput,
  },
};

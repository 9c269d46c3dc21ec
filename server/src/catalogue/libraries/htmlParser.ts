import type { Library } from '../schema';

/** Processor time in proportion to the input. */
export const htmlParser: Library = {
  module: 'html.parser',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/html.parser.html',
  apis: {
    HTMLParser: { methods: { feed: { blocks: 'cpu', confidence: 'low' } } },
  },
};

import type { Library } from '../schema';

export const feedparser: Library = {
  module: 'feedparser',
  checkedAgainst: '6.0',
  docs: 'https://feedparser.readthedocs.io/en/latest/introduction/',
  // Takes a URL, a path or the text itself, which most services have fetched before.
  apis: { parse: { blocks: 'http', confidence: 'low' } },
};

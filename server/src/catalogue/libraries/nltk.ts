import type { Library } from '../schema';

export const nltk: Library = {
  module: 'nltk',
  checkedAgainst: '3.10',
  docs: 'https://www.nltk.org/data.html',
  apis: { download: { blocks: 'http' } },
};

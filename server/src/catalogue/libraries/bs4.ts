import type { Library } from '../schema';

export const bs4: Library = {
  module: 'bs4',
  distribution: 'beautifulsoup4',
  checkedAgainst: '4.15',
  docs: 'https://www.crummy.com/software/BeautifulSoup/bs4/doc/',
  // Only for large documents.
  apis: { BeautifulSoup: { blocks: 'cpu', confidence: 'low', methods: {} } },
};

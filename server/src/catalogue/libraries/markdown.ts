import type { Library } from '../schema';

export const markdown: Library = {
  module: 'markdown',
  distribution: 'Markdown',
  checkedAgainst: '3.11',
  docs: 'https://python-markdown.github.io/reference/',
  apis: { markdown: { blocks: 'cpu', confidence: 'low' } },
};

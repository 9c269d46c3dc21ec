import type { Library } from '../schema';

export const wikipedia: Library = {
  module: 'wikipedia',
  checkedAgainst: 'git 0293b0c',
  docs: 'https://wikipedia.readthedocs.io/en/latest/',
  apis: { page: { blocks: 'http', confidence: 'low' } },
};

import type { Library } from '../schema';

export const spacy: Library = {
  module: 'spacy',
  checkedAgainst: '3.8',
  docs: 'https://spacy.io/api/top-level#spacy.load',
  apis: { load: { blocks: 'file' } },
};

import type { Library } from '../schema';

export const sentenceTransformers: Library = {
  module: 'sentence_transformers',
  distribution: 'sentence-transformers',
  checkedAgainst: '6.0',
  docs: 'https://www.sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html',
  apis: { SentenceTransformer: { methods: { encode: { blocks: 'cpu', confidence: 'low' } } } },
};

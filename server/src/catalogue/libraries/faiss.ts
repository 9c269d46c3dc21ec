import type { Library } from '../schema';

export const faiss: Library = {
  module: 'faiss',
  distribution: 'faiss-cpu',
  checkedAgainst: '1.15',
  docs: 'https://faiss.ai/cpp_api/struct/structfaiss_1_1Index.html',
  apis: { Index: { methods: { search: { blocks: 'cpu', confidence: 'low' } } } },
};

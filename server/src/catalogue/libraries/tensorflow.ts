import type { Library } from '../schema';

export const tensorflow: Library = {
  module: 'tensorflow',
  checkedAgainst: '2.21',
  docs: 'https://www.tensorflow.org/api_docs/python/tf/keras/Model',
  apis: { 'keras.Model': { methods: { predict: { blocks: 'cpu', confidence: 'low' } } } },
};

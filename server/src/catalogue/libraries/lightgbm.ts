import type { Library } from '../schema';

export const lightgbm: Library = {
  module: 'lightgbm',
  checkedAgainst: '4.7',
  docs: 'https://lightgbm.readthedocs.io/en/stable/pythonapi/lightgbm.train.html',
  apis: { train: { blocks: 'cpu', confidence: 'low' } },
};

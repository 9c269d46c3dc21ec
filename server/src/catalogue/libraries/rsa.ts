import type { Library } from '../schema';

export const rsa: Library = {
  module: 'rsa',
  checkedAgainst: '4.9',
  docs: 'https://stuvel.eu/python-rsa-doc/',
  apis: { newkeys: { blocks: 'cpu', confidence: 'low' } },
};

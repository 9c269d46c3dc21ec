import type { Library } from '../schema';

export const qrcode: Library = {
  module: 'qrcode',
  checkedAgainst: '8.2',
  docs: 'https://github.com/lincolnloop/python-qrcode',
  apis: { make: { blocks: 'cpu', confidence: 'low' } },
};

import type { Library } from '../schema';

export const crypt: Library = {
  module: 'crypt',
  checkedAgainst: '3.12',
  docs: 'https://docs.python.org/3.12/library/crypt.html',
  apis: {
    // Slow by design.
    crypt: { blocks: 'cpu', removed: '3.13' },
  },
};

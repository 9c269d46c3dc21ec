import type { Library } from '../schema';

export const code: Library = {
  module: 'code',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/code.html',
  apis: {
    interact: { blocks: 'input' },
  },
};

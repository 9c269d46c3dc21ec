import type { Library } from '../schema';

export const tokenize: Library = {
  module: 'tokenize',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/tokenize.html',
  apis: {
    open: { blocks: 'file', confidence: 'low', opens: true, returns: 'io.TextIOWrapper' },
  },
};

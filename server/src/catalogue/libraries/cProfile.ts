import type { Library } from '../schema';

export const cProfile: Library = {
  module: 'cProfile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/profile.html',
  apis: {
    run: { blocks: 'cpu', confidence: 'low' },
  },
};

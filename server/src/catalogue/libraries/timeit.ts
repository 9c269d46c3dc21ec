import type { Library } from '../schema';

export const timeit: Library = {
  module: 'timeit',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/timeit.html',
  apis: {
    timeit: { blocks: 'cpu' },
  },
};

import type { Library } from '../schema';

export const functools: Library = {
  module: 'functools',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/functools.html',
  apis: { partial: { passes: 'arguments' } },
};

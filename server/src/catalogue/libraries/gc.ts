import type { Library } from '../schema';

export const gc: Library = {
  module: 'gc',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/gc.html',
  apis: {
    // Looks at every object: tens to hundreds of milliseconds on a large heap.
    collect: { blocks: 'cpu' },
  },
};

import type { Library } from '../schema';

export const pdb: Library = {
  module: 'pdb',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/pdb.html',
  apis: {
    // The loop stands still with everything on it. 3.14 has `set_trace_async` for coroutines.
    set_trace: { blocks: 'input' },
  },
};

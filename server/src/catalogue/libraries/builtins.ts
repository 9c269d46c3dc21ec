import type { Library } from '../schema';

export const builtins: Library = {
  module: 'builtins',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/functions.html',
  apis: {
    // A text file by default; for `'rb'` a BufferedReader, which has the same methods as far as the rules ask.
    open: { blocks: 'file', opens: true, returns: 'io.TextIOWrapper', asyncTwin: 'aiofiles.open' },
    // A thread that waits in it cannot be cancelled.
    input: { blocks: 'input', returns: 'builtins.str' },
    // The debugger waits for its user, and the loop stands still with everything on it.
    breakpoint: { blocks: 'input' },
  },
};

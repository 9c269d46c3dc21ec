import type { Library } from '../schema';

export const curses: Library = {
  module: 'curses',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/curses.html',
  apis: {
    // Sets up the terminal, and runs what it is given.
    wrapper: { blocks: 'input', confidence: 'low' },
  },
};

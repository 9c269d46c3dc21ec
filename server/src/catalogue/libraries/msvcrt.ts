import type { Library } from '../schema';

/** Windows. */
export const msvcrt: Library = {
  module: 'msvcrt',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/msvcrt.html',
  apis: {
    // Tries ten times, a second apart.
    locking: { blocks: 'lock', unless: { position: 1, values: ['msvcrt.LK_NBLCK', 'msvcrt.LK_NBRLCK', 'msvcrt.LK_UNLCK'] } },
    getch: { blocks: 'input' },
    getwch: { blocks: 'input' },
  },
};

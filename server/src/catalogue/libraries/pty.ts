import type { Library } from '../schema';

export const pty: Library = {
  module: 'pty',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/pty.html',
  apis: {
    // Copies between the terminal and the child until the child ends.
    spawn: { blocks: 'subprocess' },
    fork: { blocks: 'process-start' },
  },
};

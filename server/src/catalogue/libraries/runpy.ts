import type { Library } from '../schema';

export const runpy: Library = {
  module: 'runpy',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/runpy.html',
  apis: {
    // Reads the file, and does all that it does.
    run_path: { blocks: 'file' },
  },
};

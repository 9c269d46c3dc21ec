import type { Library } from '../schema';

export const pkgutil: Library = {
  module: 'pkgutil',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/pkgutil.html',
  apis: {
    // A generator: its steps read folders, and import the packages in them.
    walk_packages: { blocks: 'file' },
  },
};

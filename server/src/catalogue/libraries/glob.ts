import type { Library } from '../schema';

export const glob: Library = {
  module: 'glob',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/glob.html',
  apis: {
    glob: { blocks: 'path', returns: 'builtins.list' },
    // A generator: each step may list a folder.
    iglob: { blocks: 'path' },
  },
};

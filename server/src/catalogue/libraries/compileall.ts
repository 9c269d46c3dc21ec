import type { Library } from '../schema';

export const compileall: Library = {
  module: 'compileall',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/compileall.html',
  apis: {
    compile_dir: { blocks: 'file' },
  },
};

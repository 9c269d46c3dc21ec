import type { Library } from '../schema';

export const pyCompile: Library = {
  module: 'py_compile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/py_compile.html',
  apis: {
    compile: { blocks: 'file' },
  },
};

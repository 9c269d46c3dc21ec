import type { Api, Library } from '../schema';

/** Processor time in proportion to the input: some 10 ms for a megabyte, nothing for what a request usually brings. */
const largeInput: Api = { blocks: 'cpu', confidence: 'low' };

export const ast: Library = {
  module: 'ast',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/ast.html',
  apis: {
    parse: largeInput,
  },
};

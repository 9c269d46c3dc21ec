import type { Api, Library } from '../schema';

/** Processor time in proportion to the input: milliseconds for thousands of objects, nothing for what a request usually brings. */
const largeInput: Api = { blocks: 'cpu', confidence: 'low' };

export const copy: Library = {
  module: 'copy',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/copy.html',
  apis: {
    deepcopy: largeInput,
  },
};

import type { Api, Library } from '../schema';

/** Processor time in proportion to the input: milliseconds for a megabyte, nothing for what a request usually brings. */
const largeInput: Api = { blocks: 'cpu', confidence: 'low' };

export const base64: Library = {
  module: 'base64',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/base64.html',
  apis: {
    b64encode: largeInput,
  },
};

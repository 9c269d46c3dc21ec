import type { Api, Library } from '../schema';

/** Takes a file that is open: opening it is reported, and one in memory does not wait. */
const throughFile: Api = { blocks: 'file', confidence: 'low' };
/** Processor time in proportion to the input: some 10 ms for a megabyte, nothing for what a request usually brings. */
const largeInput: Api = { blocks: 'cpu', confidence: 'low' };

export const json: Library = {
  module: 'json',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/json.html',
  apis: {
    load: throughFile,
    dump: throughFile,
    loads: largeInput,
    dumps: largeInput,
  },
  // What comes over the wire may be whole the next time.
  errors: { JSONDecodeError: { of: ['builtins.ValueError'], also: ['decoder.JSONDecodeError'] } },
};

import type { Library } from '../schema';

/** Opens the files one after another, while they are read. */
export const fileinput: Library = {
  module: 'fileinput',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/fileinput.html',
  apis: {
    // Standard input where no files are named.
    input: { blocks: 'file', opens: true, returns: 'fileinput.FileInput' },
    FileInput: { blocks: 'file', opens: true, methods: {} },
  },
};

import type { Library } from '../schema';

/**
 * The methods of file objects have no rows that block: opening the file is reported once, and the writes that go to a
 * buffer, or to standard output, are no faults.
 */
export const io: Library = {
  module: 'io',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/io.html',
  apis: {
    FileIO: { blocks: 'file', opens: true, methods: {} },
    TextIOWrapper: { methods: {} },
    BufferedReader: { methods: {} },
    BufferedWriter: { methods: {} },
    BufferedRandom: { methods: {} },
    StringIO: { methods: {} },
    BytesIO: { methods: {} },
  },
  reexports: { open: 'builtins.open' },
};

import type { Library } from '../schema';

export const codecs: Library = {
  module: 'codecs',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/codecs.html',
  apis: {
    // Deprecated since 3.14.
    open: { blocks: 'file', opens: true, returns: 'codecs.StreamReaderWriter' },
    StreamReaderWriter: { methods: {} },
  },
};

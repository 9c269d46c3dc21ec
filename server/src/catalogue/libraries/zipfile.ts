import type { Library } from '../schema';

/** Reading and writing members has no rows: opening the archive is reported once, and only what unpacks to the disk again. */
export const zipfile: Library = {
  module: 'zipfile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/zipfile.html',
  apis: {
    // Reads the central directory.
    ZipFile: {
      blocks: 'file',
      opens: true,
      methods: {
        extractall: { blocks: 'file' },
        extract: { blocks: 'file' },
      },
    },
    is_zipfile: { blocks: 'file' },
  },
};

import type { Library } from '../schema';

/** Walking through the members has no rows: opening the archive is reported once, and only what moves files to or from the disk again. */
export const tarfile: Library = {
  module: 'tarfile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/tarfile.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'tarfile.TarFile' },
    TarFile: {
      blocks: 'file',
      opens: true,
      methods: {
        extractall: { blocks: 'file' },
        extract: { blocks: 'file' },
        add: { blocks: 'file' },
        addfile: { blocks: 'file' },
      },
    },
    is_tarfile: { blocks: 'file' },
  },
};

import type { ArgumentFact, Library } from '../schema';

const givenFile: ArgumentFact = { keyword: 'fileobj', position: 2, values: 'any' };

/** Walking through the members has no rows: opening the archive is reported once, and only what moves files to or from the disk again. */
export const tarfile: Library = {
  module: 'tarfile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/tarfile.html',
  apis: {
    // Given a file they open none; one in memory is what that is for.
    open: { blocks: 'file', opens: true, unless: givenFile, returns: 'tarfile.TarFile' },
    TarFile: {
      blocks: 'file',
      opens: true,
      unless: givenFile,
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

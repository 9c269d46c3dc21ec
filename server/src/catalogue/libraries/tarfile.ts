import type { Library } from '../schema';

/** Reading and writing members has no rows: opening the archive is reported once, and only what moves whole trees again. */
export const tarfile: Library = {
  module: 'tarfile',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/tarfile.html',
  apis: {
    open: { blocks: 'file', opens: true, returns: 'tarfile.TarFile' },
    TarFile: { blocks: 'file', opens: true, methods: { extractall: { blocks: 'file' } } },
    is_tarfile: { blocks: 'file' },
  },
};

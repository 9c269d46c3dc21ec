import type { Api, Library } from '../schema';

const file: Api = { blocks: 'file' };

export const soundfile: Library = {
  module: 'soundfile',
  checkedAgainst: '0.14',
  docs: 'https://python-soundfile.readthedocs.io/en/latest/',
  apis: { read: file, write: file },
};

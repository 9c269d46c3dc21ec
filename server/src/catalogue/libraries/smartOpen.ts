import type { Library } from '../schema';

export const smartOpen: Library = {
  module: 'smart_open',
  distribution: 'smart-open',
  checkedAgainst: '8.0',
  docs: 'https://github.com/piskvorky/smart_open',
  // A file on the disk, or one that comes over the network: the URL tells.
  apis: { open: { blocks: 'file', opens: true } },
};

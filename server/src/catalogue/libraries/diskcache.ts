import type { Api, Library } from '../schema';

/** SQLite on the disk. */
const file: Api = { blocks: 'file' };

export const diskcache: Library = {
  module: 'diskcache',
  checkedAgainst: '5.6',
  docs: 'https://grantjenks.com/docs/diskcache/api.html',
  apis: { Cache: { methods: { get: file, set: file } } },
};

import type { Api, Library } from '../schema';

const coroutine: Api = { isAsync: true };

export const aioodbc: Library = {
  module: 'aioodbc',
  checkedAgainst: 'git 2023-10-28',
  docs: 'https://aioodbc.readthedocs.io/',
  apis: {
    connect: { ...coroutine, timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'error' } },
    create_pool: { ...coroutine, pools: 'database' },
  },
};

import type { Api, Library, TimeoutFact } from '../schema';

const limit: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' };
const coroutine: Api = { isAsync: true };

export const aiopg: Library = {
  module: 'aiopg',
  checkedAgainst: 'git 2025-12-03',
  docs: 'https://aiopg.readthedocs.io/en/stable/',
  apis: {
    connect: { ...coroutine, timeout: limit, returns: 'aiopg.Connection', enters: 'aiopg.Connection' },
    create_pool: { ...coroutine, timeout: limit, pools: 'database', returns: 'aiopg.Pool', enters: 'aiopg.Pool' },
    Pool: {
      methods: {
        acquire: { ...coroutine, returns: 'aiopg.Connection', enters: 'aiopg.Connection' },
      },
    },
    Connection: {
      methods: {
        cursor: { ...coroutine, returns: 'aiopg.Cursor', enters: 'aiopg.Cursor' },
      },
    },
    Cursor: {
      methods: {
        execute: coroutine,
        fetchone: coroutine,
        fetchmany: coroutine,
        fetchall: coroutine,
        callproc: coroutine,
      },
    },
  },
  aliases: {
    'connection.connect': 'connect',
    'connection.Connection': 'Connection',
    'pool.create_pool': 'create_pool',
    'pool.Pool': 'Pool',
  },
};

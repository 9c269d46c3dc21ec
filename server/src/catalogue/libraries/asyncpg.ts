import type { Api, Library, TimeoutFact } from '../schema';

/** The connection's `command_timeout`, which is no limit by default. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' };
const command: Api = { isAsync: true, timeout };

export const asyncpg: Library = {
  module: 'asyncpg',
  checkedAgainst: '0.31',
  docs: 'https://magicstack.github.io/asyncpg/current/api/index.html',
  apis: {
    // 60 seconds by default.
    connect: {
      isAsync: true,
      returns: 'asyncpg.Connection',
      timeout: { ...timeout, whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true },
    },
    // Awaited or entered with `async with`.
    create_pool: { isAsync: true, pools: 'database', returns: 'asyncpg.Pool', enters: 'asyncpg.Pool' },
    Connection: {
      methods: {
        execute: command,
        executemany: command,
        fetch: command,
        fetchval: command,
        fetchrow: command,
        prepare: command,
        transaction: {},
      },
    },
    Pool: {
      methods: {
        acquire: {
          isAsync: true,
          returns: 'asyncpg.Connection',
          enters: 'asyncpg.Connection',
          timeout: { ...timeout, whenAbsent: 'forever', whenNone: 'forever' },
        },
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

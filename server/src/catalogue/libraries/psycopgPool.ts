import type { Api, Library } from '../schema';

/** `timeout` is the wait for a free connection: 30 seconds. */
const pool: Api = { pools: 'database', timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' } };

export const psycopgPool: Library = {
  module: 'psycopg_pool',
  distribution: 'psycopg-pool',
  checkedAgainst: 'git 2026-07-20',
  docs: 'https://www.psycopg.org/psycopg3/docs/api/pool.html',
  apis: {
    ConnectionPool: {
      ...pool,
      methods: {
        connection: {
          blocks: 'database',
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' },
          enters: 'psycopg.Connection',
        },
      },
    },
    AsyncConnectionPool: {
      ...pool,
      methods: {
        // For `async with` only.
        connection: {
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' },
          enters: 'psycopg.AsyncConnection',
        },
      },
    },
  },
};

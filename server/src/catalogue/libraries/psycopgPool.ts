import type { Api, Library, TimeoutFact } from '../schema';

/** The wait for a free connection: 30 seconds. */
const wait: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' };
/** The pool's own wait. */
const waitOfPool: TimeoutFact = { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' };
const pool: Api = { pools: 'database', timeout: wait };

/** Other threads connect: neither the constructor nor `open()` waits for them, unless it is told to by `wait=True`. */
const methods: Readonly<Record<string, Api>> = {
  connection: { blocks: 'database', timeout: waitOfPool, enters: 'psycopg.Connection' },
  getconn: { blocks: 'database', timeout: waitOfPool, returns: 'psycopg.Connection' },
  putconn: {},
  wait: { blocks: 'database', timeout: { ...wait, position: 0 } },
  open: { timeout: { ...wait, position: 1 } },
  // Waits for its threads: 5 seconds.
  close: { blocks: 'database', timeout: { ...wait, position: 0 } },
  check: { blocks: 'database' },
  resize: {},
};
const asyncMethods: Readonly<Record<string, Api>> = {
  // For `async with` only.
  connection: { timeout: waitOfPool, isEnteredAsync: true, enters: 'psycopg.AsyncConnection' },
  getconn: { isAsync: true, timeout: waitOfPool, returns: 'psycopg.AsyncConnection' },
  putconn: { isAsync: true },
  wait: { isAsync: true, timeout: { ...wait, position: 0 } },
  open: { isAsync: true, timeout: { ...wait, position: 1 } },
  close: { isAsync: true, timeout: { ...wait, position: 0 } },
  check: { isAsync: true },
  resize: { isAsync: true },
};

/** Source: psycopg_pool/pool.py and pool_async.py of the repository psycopg/psycopg. */
export const psycopgPool: Library = {
  module: 'psycopg_pool',
  distribution: 'psycopg-pool',
  checkedAgainst: 'git 2026-07-20',
  docs: 'https://www.psycopg.org/psycopg3/docs/api/pool.html',
  apis: {
    ConnectionPool: { ...pool, asyncTwin: 'psycopg_pool.AsyncConnectionPool', methods },
    NullConnectionPool: { ...pool, asyncTwin: 'psycopg_pool.AsyncNullConnectionPool', methods },
    AsyncConnectionPool: { ...pool, methods: asyncMethods },
    AsyncNullConnectionPool: { ...pool, methods: asyncMethods },
  },
};

import type { Api, Library, TimeoutFact } from '../schema';

const coroutine: Api = { isAsync: true };

/** Nothing but connecting has a limit, and that only where `connect_timeout` sets one. */
const connectTimeout: TimeoutFact = { parameter: 'connect_timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' };

/** `fetch…` of cursors that keep the whole result give finished futures (aiomysql/cursors.py). */
const methods: Readonly<Record<string, Api>> = {
  execute: coroutine,
  executemany: coroutine,
  callproc: coroutine,
  nextset: coroutine,
  fetchone: coroutine,
  fetchmany: coroutine,
  fetchall: coroutine,
  scroll: coroutine,
  mogrify: {},
  close: coroutine,
};

export const aiomysql: Library = {
  module: 'aiomysql',
  checkedAgainst: '0.3.2',
  docs: 'https://aiomysql.readthedocs.io/en/stable/',
  apis: {
    // Awaited or entered with `async with`.
    connect: {
      isAsync: true,
      timeout: { ...connectTimeout, position: 14 },
      returns: 'aiomysql.Connection',
      enters: 'aiomysql.Connection',
    },
    create_pool: {
      timeout: connectTimeout,
      isAsync: true,
      pools: 'database',
      // Source: aiomysql/pool.py of 0.3.2.
      pool: {
        size: [
          { keyword: 'minsize', default: '1' },
          { keyword: 'maxsize', default: '10' },
        ],
      },
      returns: 'aiomysql.Pool',
      enters: 'aiomysql.Pool',
    },
    Pool: {
      pools: 'database',
      methods: {
        // Awaited or entered with `async with`.
        acquire: { isAsync: true, returns: 'aiomysql.Connection', enters: 'aiomysql.Connection' },
        // Gives a future that need not be awaited.
        release: {},
        clear: coroutine,
        close: {},
        terminate: {},
        wait_closed: coroutine,
      },
    },
    Connection: {
      methods: {
        commit: coroutine,
        rollback: coroutine,
        begin: coroutine,
        ping: coroutine,
        query: coroutine,
        next_result: coroutine,
        select_db: coroutine,
        autocommit: coroutine,
        kill: coroutine,
        show_warnings: coroutine,
        set_charset: coroutine,
        ensure_closed: coroutine,
        close: {},
        // Awaited or entered with `async with`.
        cursor: { isAsync: true, returns: 'aiomysql.Cursor', enters: 'aiomysql.Cursor' },
      },
    },
    Cursor: { methods },
    DictCursor: { bases: ['aiomysql.Cursor'] },
    SSCursor: { bases: ['aiomysql.Cursor'] },
    SSDictCursor: { bases: ['aiomysql.Cursor'] },
  },
  aliases: {
    'connection.Connection': 'Connection',
    'connection.connect': 'connect',
    'pool.Pool': 'Pool',
    'pool.create_pool': 'create_pool',
    'cursors.Cursor': 'Cursor',
    'cursors.DictCursor': 'DictCursor',
    'cursors.SSCursor': 'SSCursor',
    'cursors.SSDictCursor': 'SSDictCursor',
  },
};

import type { Api, Library, TimeoutFact } from '../schema';

const limit: TimeoutFact = { parameter: 'tcp_connect_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded' };
const call: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };
const local: Api = { blocks: 'database', confidence: 'low' };

/** The attribute `call_timeout` of a connection bounds each round trip, in milliseconds; 0, the default, is no limit. */
export const oracledb: Library = {
  module: 'oracledb',
  checkedAgainst: 'git 2026-08-04',
  docs: 'https://python-oracledb.readthedocs.io/en/latest/api_manual/module.html',
  apis: {
    connect: { ...call, returns: 'oracledb.Connection', timeout: limit, asyncTwin: 'oracledb.connect_async' },
    create_pool: { ...call, returns: 'oracledb.ConnectionPool', asyncTwin: 'oracledb.create_pool_async', pools: 'database' },
    // Awaited or entered with `async with`.
    connect_async: { ...coroutine, returns: 'oracledb.AsyncConnection', enters: 'oracledb.AsyncConnection', timeout: limit },
    create_pool_async: { returns: 'oracledb.AsyncConnectionPool', pools: 'database' },
    ConnectionPool: {
      pools: 'database',
      asyncTwin: 'oracledb.AsyncConnectionPool',
      methods: {
        // Waits without an end for a free connection, unless the pool was made with another `getmode`.
        acquire: { ...call, returns: 'oracledb.Connection' },
        close: call,
        release: local,
      },
    },
    Connection: {
      asyncTwin: 'oracledb.AsyncConnection',
      methods: {
        commit: call,
        rollback: call,
        ping: call,
        close: call,
        cursor: { returns: 'oracledb.Cursor' },
      },
    },
    Cursor: {
      asyncTwin: 'oracledb.AsyncCursor',
      methods: {
        execute: call,
        executemany: call,
        callproc: call,
        callfunc: call,
        fetchone: call,
        fetchmany: call,
        fetchall: call,
        parse: call,
      },
    },
    AsyncConnection: {
      methods: {
        execute: coroutine,
        executemany: coroutine,
        fetchone: coroutine,
        fetchmany: coroutine,
        fetchall: coroutine,
        callproc: coroutine,
        callfunc: coroutine,
        commit: coroutine,
        rollback: coroutine,
        ping: coroutine,
        close: coroutine,
        cursor: { returns: 'oracledb.AsyncCursor' },
      },
    },
    AsyncCursor: {
      methods: {
        execute: coroutine,
        executemany: coroutine,
        fetchone: coroutine,
        fetchmany: coroutine,
        fetchall: coroutine,
        callproc: coroutine,
        callfunc: coroutine,
        parse: coroutine,
      },
    },
    AsyncConnectionPool: {
      pools: 'database',
      methods: {
        acquire: { ...coroutine, returns: 'oracledb.AsyncConnection', enters: 'oracledb.AsyncConnection' },
        close: coroutine,
        release: coroutine,
      },
    },
  },
};

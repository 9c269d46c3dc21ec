import type { Api, Library } from '../schema';

/** Sends something to the server and waits for its answer; the only limit is the server's `statement_timeout`. */
const statement: Api = { blocks: 'database' };
/** The whole result has come with `execute`: only server cursors (`cursor('name')`) ask the server here. */
const fetched: Api = { blocks: 'database', confidence: 'low' };
/** Does not look at what comes back. */
const goodbye: Api = { blocks: 'database', confidence: 'low' };
const coroutine: Api = { isAsync: true };

/** 130 seconds for each host, and no less than 2 (psycopg/_conninfo_utils.py); it may stand in the connection string. */
const connecting: Api = {
  timeout: { parameter: 'connect_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded' },
};
const connect: Api = { ...connecting, blocks: 'database', returns: 'psycopg.Connection' };
const connectAsync: Api = { ...connecting, isAsync: true, returns: 'psycopg.AsyncConnection' };

const cancelling: Api = { timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' }, since: '3.2' };
/** A generator; `timeout` is since 3.2. */
const notifying: Api = { timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' } };

const cursor: Readonly<Record<string, Api>> = {
  execute: { ...statement, returns: 'psycopg.Cursor' },
  executemany: statement,
  // A generator.
  stream: statement,
  copy: { blocks: 'database', opens: true, enters: 'psycopg.Copy' },
  fetchone: fetched,
  fetchmany: fetched,
  fetchall: fetched,
  scroll: fetched,
  nextset: {},
  close: {},
};
const asyncCursor: Readonly<Record<string, Api>> = {
  execute: { isAsync: true, returns: 'psycopg.AsyncCursor' },
  executemany: coroutine,
  // An async generator.
  stream: {},
  // For `async with` only.
  copy: { isEnteredAsync: true, enters: 'psycopg.AsyncCopy' },
  fetchone: coroutine,
  fetchmany: coroutine,
  fetchall: coroutine,
  scroll: coroutine,
  nextset: {},
  close: coroutine,
};
const cursorClass: Api = { bases: ['psycopg.Cursor'], asyncTwin: 'psycopg.AsyncCursor', methods: {} };
const asyncCursorClass: Api = { bases: ['psycopg.AsyncCursor'], methods: {} };

export const psycopg: Library = {
  module: 'psycopg',
  checkedAgainst: '3.3.6',
  docs: 'https://www.psycopg.org/psycopg3/docs/api/connections.html',
  apis: {
    connect: { ...connect, asyncTwin: 'psycopg.AsyncConnection.connect' },
    Connection: {
      asyncTwin: 'psycopg.AsyncConnection',
      methods: {
        connect,
        execute: { ...statement, returns: 'psycopg.Cursor' },
        commit: statement,
        rollback: statement,
        wait: statement,
        cancel: statement,
        cancel_safe: { ...cancelling, blocks: 'database' },
        notifies: { ...notifying, blocks: 'database' },
        close: goodbye,
        cursor: { returns: 'psycopg.Cursor' },
        // Entering sends BEGIN, leaving sends COMMIT.
        transaction: { blocks: 'database', enters: 'psycopg.Transaction' },
        pipeline: { enters: 'psycopg.Pipeline' },
        // Leaving `with connection:` commits or rolls back, and closes.
        __exit__: statement,
        tpc_begin: statement,
        tpc_prepare: statement,
        tpc_commit: statement,
        tpc_rollback: statement,
        tpc_recover: statement,
        set_autocommit: {},
      },
    },
    Cursor: { asyncTwin: 'psycopg.AsyncCursor', methods: cursor },
    ServerCursor: {
      bases: ['psycopg.Cursor'],
      asyncTwin: 'psycopg.AsyncServerCursor',
      methods: { fetchone: statement, fetchmany: statement, fetchall: statement, scroll: statement, close: statement },
    },
    ClientCursor: cursorClass,
    RawCursor: { ...cursorClass, since: '3.2' },
    Transaction: { methods: {} },
    Pipeline: { methods: { sync: statement } },
    Copy: { asyncTwin: 'psycopg.AsyncCopy', methods: { read: statement, read_row: statement, write: statement, write_row: statement } },

    AsyncConnection: {
      isEnteredAsync: true,
      methods: {
        connect: connectAsync,
        execute: { isAsync: true, returns: 'psycopg.AsyncCursor' },
        commit: coroutine,
        rollback: coroutine,
        wait: coroutine,
        cancel: {},
        cancel_safe: { ...cancelling, isAsync: true },
        // An async generator.
        notifies: notifying,
        close: coroutine,
        cursor: { returns: 'psycopg.AsyncCursor' },
        // For `async with` only.
        transaction: { isEnteredAsync: true, enters: 'psycopg.AsyncTransaction' },
        pipeline: { isEnteredAsync: true, enters: 'psycopg.AsyncPipeline' },
        tpc_begin: coroutine,
        tpc_prepare: coroutine,
        tpc_commit: coroutine,
        tpc_rollback: coroutine,
        tpc_recover: coroutine,
        set_autocommit: coroutine,
      },
    },
    AsyncCursor: { isEnteredAsync: true, methods: asyncCursor },
    AsyncServerCursor: asyncCursorClass,
    AsyncClientCursor: asyncCursorClass,
    AsyncRawCursor: { ...asyncCursorClass, since: '3.2' },
    AsyncTransaction: { isEnteredAsync: true, methods: {} },
    AsyncPipeline: { methods: { sync: coroutine } },
    AsyncCopy: { methods: { read: coroutine, read_row: coroutine, write: coroutine, write_row: coroutine } },
  },
  aliases: {
    'connection.Connection': 'Connection',
    'connection_async.AsyncConnection': 'AsyncConnection',
    'cursor.Cursor': 'Cursor',
    'cursor_async.AsyncCursor': 'AsyncCursor',
    'transaction.Transaction': 'Transaction',
    'transaction.AsyncTransaction': 'AsyncTransaction',
  },
};

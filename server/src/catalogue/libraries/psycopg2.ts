import type { Api, Library } from '../schema';

/** Sends something to the server and waits for its answer; the only limit is the server's `statement_timeout`. */
const statement: Api = { blocks: 'database' };
/** The whole result has come with `execute`: only cursors with a name (`cursor('name')`) ask the server here. */
const fetched: Api = { blocks: 'database', confidence: 'low' };
/** Does not look at what comes back. */
const goodbye: Api = { blocks: 'socket', confidence: 'low' };

/**
 * `connect_timeout`, which may as well stand in the connection string, is libpq's: without it, the operating system's limit
 * on connecting holds (postgresql.org, libpq-connect).
 */
const connect: Api = {
  blocks: 'database',
  timeout: { parameter: 'connect_timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', orElse: ['dsn', 'options'] },
  returns: 'psycopg2.extensions.connection',
};
/** The constructor opens the first connections; `getconn` of an exhausted pool raises at once (lib/pool.py). */
const pool: Api = {
  blocks: 'database',
  pools: 'database',
  methods: {
    getconn: { blocks: 'database', returns: 'psycopg2.extensions.connection' },
    putconn: { blocks: 'database', confidence: 'low' },
    closeall: goodbye,
  },
};
const cursorClass: Api = { bases: ['psycopg2.extensions.cursor'] };
const connectionClass: Api = { blocks: 'database', bases: ['psycopg2.extensions.connection'] };

/** It has no async form with the same arguments: `psycopg` 3 is another library. */
export const psycopg2: Library = {
  module: 'psycopg2',
  checkedAgainst: '2.9.13',
  docs: 'https://www.psycopg.org/docs/connection.html',
  apis: {
    connect,
    'extensions.connection': {
      blocks: 'database',
      methods: {
        commit: statement,
        rollback: statement,
        reset: statement,
        cancel: statement,
        close: goodbye,
        cursor: { returns: 'psycopg2.extensions.cursor' },
        // Leaving `with connection:` commits or rolls back, and does not close.
        __exit__: statement,
        tpc_begin: {},
        tpc_prepare: statement,
        tpc_commit: statement,
        tpc_rollback: statement,
        tpc_recover: statement,
        // Sent with `set client_encoding`.
        set_client_encoding: statement,
        set_session: {},
        // For connections made with `async_=1`.
        poll: {},
        fileno: {},
      },
    },
    'extensions.cursor': {
      methods: {
        execute: statement,
        executemany: statement,
        callproc: statement,
        copy_from: statement,
        copy_to: statement,
        copy_expert: statement,
        fetchone: fetched,
        fetchmany: fetched,
        fetchall: fetched,
        nextset: fetched,
        scroll: fetched,
        mogrify: {},
        close: {},
      },
    },
    'extras.DictConnection': connectionClass,
    'extras.RealDictConnection': connectionClass,
    'extras.NamedTupleConnection': connectionClass,
    'extras.LoggingConnection': connectionClass,
    'extras.DictCursor': cursorClass,
    'extras.RealDictCursor': cursorClass,
    'extras.NamedTupleCursor': cursorClass,
    'extras.LoggingCursor': cursorClass,
    'extras.execute_batch': statement,
    'extras.execute_values': statement,
    'extras.wait_select': statement,
    'pool.SimpleConnectionPool': pool,
    'pool.ThreadedConnectionPool': pool,
  },
};

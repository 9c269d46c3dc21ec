import type { Api, Library } from '../schema';

/** Sends something to the server and waits for its answer, for as long as `read_timeout` says (since 9.2): without, for ever. */
const statement: Api = { blocks: 'database' };
/** Says goodbye and does not wait for an answer. */
const goodbye: Api = { blocks: 'database', confidence: 'low' };
const coroutine: Api = { isAsync: true };

/** None by default (mysql/connector/constants.py), also as `connect_timeout`: the operating system's limit on connecting holds. */
const connecting: Api = {
  timeout: { parameter: 'connection_timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', orElse: ['connect_timeout'] },
};
const connect: Api = { ...connecting, blocks: 'database', returns: 'mysql.connector.connection.MySQLConnection' };

const connection: Readonly<Record<string, Api>> = {
  connect: statement,
  commit: statement,
  rollback: statement,
  start_transaction: statement,
  ping: statement,
  is_connected: statement,
  reconnect: statement,
  reset_session: statement,
  cmd_query: statement,
  cmd_init_db: statement,
  cmd_change_user: statement,
  cmd_ping: statement,
  info_query: statement,
  close: goodbye,
  disconnect: goodbye,
  shutdown: {},
  cursor: { returns: 'mysql.connector.cursor.MySQLCursor' },
};
const asyncConnection: Readonly<Record<string, Api>> = {
  connect: coroutine,
  commit: coroutine,
  rollback: coroutine,
  start_transaction: coroutine,
  ping: coroutine,
  is_connected: coroutine,
  reconnect: coroutine,
  reset_session: coroutine,
  cmd_query: coroutine,
  cmd_init_db: coroutine,
  cmd_change_user: coroutine,
  cmd_ping: coroutine,
  info_query: coroutine,
  close: coroutine,
  disconnect: coroutine,
  shutdown: coroutine,
  cursor: { isAsync: true, returns: 'mysql.connector.aio.cursor.MySQLCursor' },
};
/** The rows are read from the server as they are fetched, unless the cursor is a buffered one. */
const cursor: Api = {
  asyncTwin: 'mysql.connector.aio.cursor.MySQLCursor',
  methods: {
    execute: statement,
    executemany: statement,
    callproc: statement,
    fetchone: statement,
    fetchmany: statement,
    fetchall: statement,
    nextset: { ...statement, since: '9.2' },
    close: {},
  },
};

/** The connections of the C extension and of pools are made by the same call and have the same methods. */
export const mysqlConnector: Library = {
  module: 'mysql.connector',
  distribution: 'mysql-connector-python',
  checkedAgainst: '26.7',
  docs: 'https://dev.mysql.com/doc/connector-python/en/connector-python-connectargs.html',
  apis: {
    connect: { ...connect, asyncTwin: 'mysql.connector.aio.connect' },
    'connection.MySQLConnection': { blocks: 'database', asyncTwin: 'mysql.connector.aio.MySQLConnection', methods: connection },
    'abstracts.MySQLConnectionAbstract': { asyncTwin: 'mysql.connector.aio.MySQLConnection', methods: connection },
    'cursor.MySQLCursor': cursor,
    'cursor.MySQLCursorDict': { bases: ['mysql.connector.cursor.MySQLCursor'] },
    'cursor.MySQLCursorBuffered': { bases: ['mysql.connector.cursor.MySQLCursor'] },
    'cursor.MySQLCursorPrepared': { bases: ['mysql.connector.cursor.MySQLCursor'] },
    'abstracts.MySQLCursorAbstract': cursor,
    // Opens its connections when it is made; `get_connection` of an exhausted pool raises at once.
    'pooling.MySQLConnectionPool': {
      blocks: 'database',
      pools: 'database',
      methods: {
        // A proxy of the connection, whose `close` resets the session and gives it back.
        get_connection: { blocks: 'database', returns: 'mysql.connector.connection.MySQLConnection' },
        add_connection: statement,
      },
    },

    'aio.connect': { ...connecting, isAsync: true, returns: 'mysql.connector.aio.MySQLConnection' },
    'aio.MySQLConnection': { methods: asyncConnection },
    'aio.abstracts.MySQLConnectionAbstract': { methods: asyncConnection },
    'aio.cursor.MySQLCursor': {
      methods: {
        execute: coroutine,
        executemany: coroutine,
        callproc: coroutine,
        fetchone: coroutine,
        fetchmany: coroutine,
        fetchall: coroutine,
        nextset: { isAsync: true, since: '9.2' },
        close: coroutine,
      },
    },
  },
  aliases: {
    Connect: 'connect',
    MySQLConnection: 'connection.MySQLConnection',
    'aio.connection.MySQLConnection': 'aio.MySQLConnection',
  },
};

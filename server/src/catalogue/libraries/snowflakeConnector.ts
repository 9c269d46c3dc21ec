import type { Api, Library, TimeoutFact } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };
/** Of retries of all requests of the connection; logging in has limits of its own. */
const networkTimeout: TimeoutFact = { ...unlimitedByDefault, parameter: 'network_timeout' };
/** Without one that is more than 0, the connection's `network_timeout` holds (cursor.py, `_execute_helper`). */
const queryTimeout: TimeoutFact = {
  parameter: 'timeout',
  position: 3,
  kind: 'seconds',
  whenAbsent: 'inherits',
  whenNone: 'inherits',
  whenZero: 'inherits',
};

export const snowflakeConnector: Library = {
  module: 'snowflake.connector',
  distribution: 'snowflake-connector-python',
  checkedAgainst: 'git 2026-08-07',
  docs: 'https://docs.snowflake.com/en/developer-guide/python-connector/python-connector-api',
  apis: {
    connect: {
      ...call,
      returns: 'snowflake.connector.connection.SnowflakeConnection',
      timeout: networkTimeout,
      asyncTwin: 'snowflake.connector.aio.connect',
    },
    'connection.SnowflakeConnection': {
      methods: {
        commit: call,
        rollback: call,
        execute_string: call,
        close: call,
        cursor: { returns: 'snowflake.connector.cursor.SnowflakeCursor' },
      },
    },
    'cursor.SnowflakeCursor': {
      asyncTwin: 'snowflake.connector.aio.SnowflakeCursor',
      methods: {
        execute: { ...call, timeout: queryTimeout, returns: 'snowflake.connector.cursor.SnowflakeCursor' },
        executemany: call,
        // Sends the query, and does not wait for its result.
        execute_async: call,
        get_results_from_sfqid: call,
        fetchone: call,
        fetchmany: call,
        fetchall: call,
        fetch_pandas_all: call,
        fetch_pandas_batches: call,
      },
    },
    'cursor.DictCursor': { bases: ['snowflake.connector.cursor.SnowflakeCursor'] },
    // Awaited or entered with `async with` (aio/__init__.py).
    'aio.connect': {
      ...coroutine,
      returns: 'snowflake.connector.aio.SnowflakeConnection',
      enters: 'snowflake.connector.aio.SnowflakeConnection',
      timeout: networkTimeout,
    },
    'aio.SnowflakeConnection': { methods: { cursor: { returns: 'snowflake.connector.aio.SnowflakeCursor' } } },
    'aio.SnowflakeCursor': {
      methods: {
        execute: { ...coroutine, timeout: queryTimeout, returns: 'snowflake.connector.aio.SnowflakeCursor' },
        callproc: coroutine,
        fetchone: coroutine,
        close: coroutine,
      },
    },
  },
  aliases: { SnowflakeConnection: 'connection.SnowflakeConnection', DictCursor: 'cursor.DictCursor' },
};

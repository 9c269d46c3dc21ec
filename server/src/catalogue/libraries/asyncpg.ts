import type { Api, Library, TimeoutFact } from '../schema';

/** The connection's `command_timeout`, which is no limit by default. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' };
const command: Api = { isAsync: true, timeout };

const commands: Readonly<Record<string, Api>> = {
  execute: command,
  executemany: command,
  fetch: command,
  fetchval: command,
  fetchrow: command,
  fetchmany: { ...command, since: '0.30' },
  copy_from_query: command,
  copy_from_table: command,
  copy_to_table: command,
  copy_records_to_table: command,
};

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
        ...commands,
        prepare: { ...command, returns: 'asyncpg.prepared_stmt.PreparedStatement' },
        // Awaited, or iterated with `async for`, inside of a transaction.
        cursor: { timeout },
        // For `async with`, or with `start` and `commit`.
        transaction: { returns: 'asyncpg.transaction.Transaction' },
        close: { isAsync: true, timeout: { ...timeout, whenAbsent: 'forever', whenNone: 'forever' } },
        reset: { isAsync: true, timeout: { ...timeout, whenAbsent: 'forever', whenNone: 'forever' } },
        add_listener: { isAsync: true },
        remove_listener: { isAsync: true },
        set_type_codec: { isAsync: true },
        terminate: {},
      },
    },
    'transaction.Transaction': { methods: { start: { isAsync: true }, commit: { isAsync: true }, rollback: { isAsync: true } } },
    'prepared_stmt.PreparedStatement': {
      methods: { fetch: command, fetchval: command, fetchrow: command, executemany: command, cursor: { timeout } },
    },
    // `timeout` does not bound the wait for a free connection.
    Pool: {
      pools: 'database',
      methods: {
        ...commands,
        release: command,
        // Waits for ever for connections that are still in use.
        close: { isAsync: true },
        expire_connections: { isAsync: true },
        terminate: {},
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

import type { Api, Library } from '../schema';

/** Each connection has a thread of its own, which runs one statement after another; awaited or, where there is a result, entered. */
const coroutine: Api = { isAsync: true };

export const aiosqlite: Library = {
  module: 'aiosqlite',
  checkedAgainst: '0.22.1',
  docs: 'https://aiosqlite.omnilib.dev/en/stable/api.html',
  apis: {
    connect: { ...coroutine, returns: 'aiosqlite.Connection', enters: 'aiosqlite.Connection' },
    Connection: {
      methods: {
        execute: { ...coroutine, returns: 'aiosqlite.Cursor', enters: 'aiosqlite.Cursor' },
        executemany: { ...coroutine, returns: 'aiosqlite.Cursor', enters: 'aiosqlite.Cursor' },
        executescript: { ...coroutine, returns: 'aiosqlite.Cursor', enters: 'aiosqlite.Cursor' },
        commit: coroutine,
        rollback: coroutine,
        close: coroutine,
        execute_fetchall: coroutine,
        execute_insert: coroutine,
        cursor: { ...coroutine, returns: 'aiosqlite.Cursor', enters: 'aiosqlite.Cursor' },
        backup: coroutine,
        interrupt: coroutine,
        create_function: coroutine,
      },
    },
    Cursor: {
      methods: {
        execute: coroutine,
        executemany: coroutine,
        fetchone: coroutine,
        fetchmany: coroutine,
        fetchall: coroutine,
        close: coroutine,
        executescript: coroutine,
      },
    },
  },
  aliases: { 'core.connect': 'connect', 'core.Connection': 'Connection', 'cursor.Cursor': 'Cursor' },
};

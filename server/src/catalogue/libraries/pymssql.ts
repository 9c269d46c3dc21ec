import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const local: Api = { blocks: 'database', confidence: 'low' };

export const pymssql: Library = {
  module: 'pymssql',
  checkedAgainst: 'git 2026-08-12',
  docs: 'https://pymssql.readthedocs.io/en/latest/ref/pymssql.html',
  apis: {
    // `timeout` is the limit on queries; that on logging in is 60 seconds.
    connect: {
      ...call,
      returns: 'pymssql.Connection',
      timeout: { parameter: 'timeout', position: 4, kind: 'seconds', whenAbsent: 'forever', whenNone: 'error', whenZero: 'forever' },
    },
    Cursor: {
      methods: {
        execute: call,
        executemany: call,
        fetchone: call,
        fetchmany: call,
        fetchall: call,
        callproc: call,
        nextset: call,
      },
    },
    Connection: {
      methods: {
        commit: call,
        rollback: call,
        cursor: { returns: 'pymssql.Cursor' },
        close: local,
      },
    },
  },
};

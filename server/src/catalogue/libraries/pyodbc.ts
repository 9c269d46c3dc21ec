import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const local: Api = { blocks: 'database', confidence: 'low' };

/** `connect(timeout=…)` is the limit on logging in; that on queries is the attribute `timeout` of the connection. 0, the default, is none. */
export const pyodbc: Library = {
  module: 'pyodbc',
  checkedAgainst: '5.3.0',
  docs: 'https://github.com/mkleehammer/pyodbc/wiki/Connection',
  apis: {
    connect: {
      ...call,
      returns: 'pyodbc.Connection',
      timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'error', whenZero: 'forever' },
    },
    Connection: {
      methods: {
        execute: { ...call, returns: 'pyodbc.Cursor' },
        commit: call,
        rollback: call,
        close: call,
        __exit__: call,
        cursor: { returns: 'pyodbc.Cursor' },
        getinfo: local,
      },
    },
    Cursor: {
      methods: {
        execute: { ...call, returns: 'pyodbc.Cursor' },
        executemany: call,
        fetchone: call,
        fetchmany: call,
        fetchall: call,
        fetchval: call,
        nextset: call,
        commit: call,
        rollback: call,
        tables: { ...call, returns: 'pyodbc.Cursor' },
        columns: { ...call, returns: 'pyodbc.Cursor' },
        procedures: { ...call, returns: 'pyodbc.Cursor' },
        cancel: call,
        skip: call,
        statistics: call,
        primaryKeys: call,
        foreignKeys: call,
      },
    },
  },
};

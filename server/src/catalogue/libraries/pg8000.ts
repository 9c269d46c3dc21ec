import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
/** The whole result has come with `execute`; a goodbye is not answered. */
const local: Api = { blocks: 'database', confidence: 'low' };

export const pg8000: Library = {
  module: 'pg8000',
  checkedAgainst: '1.31.5',
  docs: 'https://github.com/tlocke/pg8000',
  apis: {
    connect: {
      ...call,
      timeout: { ...unlimitedByDefault, position: 8 },
      returns: 'pg8000.legacy.Connection',
    },
    'native.Connection': { ...call, methods: { run: call, close: local } },
    'legacy.Connection': {
      methods: {
        commit: call,
        rollback: call,
        close: local,
        run: call,
        cursor: { returns: 'pg8000.legacy.Cursor' },
      },
    },
    'legacy.Cursor': {
      methods: {
        execute: call,
        executemany: call,
        fetchone: local,
        fetchmany: local,
        fetchall: local,
      },
    },
  },
};

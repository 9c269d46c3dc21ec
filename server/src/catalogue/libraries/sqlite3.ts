import type { Api, Library, TimeoutFact } from '../schema';

const query: Api = { blocks: 'database' };
/** How long to wait while another connection holds the database: no limit of a query. 5 seconds by default. */
const untilUnlocked: TimeoutFact = { parameter: 'timeout', position: 1, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' };

export const sqlite3: Library = {
  module: 'sqlite3',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/sqlite3.html',
  apis: {
    connect: { ...query, opens: true, returns: 'sqlite3.Connection', timeout: untilUnlocked },
    // `check_same_thread`: another thread gets ProgrammingError, unless told otherwise.
    Connection: {
      staysInThread: true,
      ...query,
      opens: true,
      timeout: untilUnlocked,
      methods: {
        execute: { ...query, returns: 'sqlite3.Cursor' },
        executemany: { ...query, returns: 'sqlite3.Cursor' },
        executescript: { ...query, returns: 'sqlite3.Cursor' },
        commit: query,
        rollback: query,
        close: query,
        backup: query,
        // A generator: its steps read.
        iterdump: query,
        // Commits or rolls back, and does not close.
        __exit__: query,
        load_extension: query,
        blobopen: { ...query, since: '3.11' },
        serialize: { ...query, since: '3.11', returns: 'builtins.bytes' },
        deserialize: { ...query, since: '3.11' },
        cursor: { returns: 'sqlite3.Cursor' },
      },
    },
    Cursor: {
      staysInThread: true,
      methods: {
        execute: { ...query, returns: 'sqlite3.Cursor' },
        executemany: { ...query, returns: 'sqlite3.Cursor' },
        executescript: { ...query, returns: 'sqlite3.Cursor' },
        // SQLite works out a row when it is asked for.
        fetchone: query,
        fetchmany: query,
        fetchall: query,
        close: {},
      },
    },
  },
  aliases: {
    'dbapi2.connect': 'connect',
    'dbapi2.Connection': 'Connection',
    'dbapi2.Cursor': 'Cursor',
  },
};

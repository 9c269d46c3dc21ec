import type { Api, Library } from '../schema';

/** Sends something to the server and waits for its answer, for as long as `connect(read_timeout=…)` says: without, for ever. */
const statement: Api = { blocks: 'database' };
/** The whole result has come with `execute` (pymysql/cursors.py); that of an `SSCursor` has not. */
const fetched: Api = { blocks: 'database', confidence: 'low' };
/** Does not wait for an answer. */
const goodbye: Api = { blocks: 'socket', confidence: 'low' };
const unbuffered: Api = {
  bases: ['pymysql.cursors.Cursor'],
  methods: {
    fetchone: statement,
    fetchmany: statement,
    fetchall: statement,
    // A generator.
    fetchall_unbuffered: statement,
    scroll: statement,
    // Reads what is left of the result.
    close: statement,
  },
};

export const pymysql: Library = {
  module: 'pymysql',
  distribution: 'PyMySQL',
  checkedAgainst: '1.2.3',
  docs: 'https://pymysql.readthedocs.io/en/latest/modules/connections.html',
  apis: {
    'connections.Connection': {
      // Connects, unless `defer_connect` is set.
      blocks: 'database',
      // 10 seconds to connect, and no limit on what follows: `read_timeout` and `write_timeout` are none by default.
      timeout: { parameter: 'connect_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' },
      methods: {
        connect: statement,
        commit: statement,
        rollback: statement,
        begin: statement,
        ping: statement,
        query: statement,
        next_result: statement,
        select_db: statement,
        autocommit: statement,
        kill: statement,
        show_warnings: statement,
        set_charset: statement,
        close: goodbye,
        cursor: { returns: 'pymysql.cursors.Cursor' },
        escape: {},
      },
    },
    'cursors.Cursor': {
      asyncTwin: 'aiomysql.Cursor',
      methods: {
        execute: statement,
        executemany: statement,
        callproc: statement,
        nextset: statement,
        fetchone: fetched,
        fetchmany: fetched,
        fetchall: fetched,
        mogrify: {},
        // Reads what is left of several results.
        close: fetched,
      },
    },
    'cursors.DictCursor': { bases: ['pymysql.cursors.Cursor'] },
    'cursors.SSCursor': unbuffered,
    'cursors.SSDictCursor': unbuffered,
  },
  aliases: { connect: 'connections.Connection', Connect: 'connections.Connection', Connection: 'connections.Connection' },
};

import type { Api, Library } from '../schema';

/** Sends something to the server and waits for its answer, for as long as `connect(read_timeout=…)` says: without, for ever. */
const statement: Api = { blocks: 'database' };
/** The whole result has come with `execute` (MySQLdb/cursors.py); that of an `SSCursor` has not. */
const fetched: Api = { blocks: 'database', confidence: 'low' };
/** Does not wait for an answer. */
const goodbye: Api = { blocks: 'socket', confidence: 'low' };
const unbuffered: Api = {
  bases: ['MySQLdb.cursors.Cursor'],
  methods: { fetchone: statement, fetchmany: statement, fetchall: statement, close: statement },
};

/** Source: src/MySQLdb and src/MySQLdb/_mysql.c of the repository PyMySQL/mysqlclient. */
export const mysqldb: Library = {
  module: 'MySQLdb',
  distribution: 'mysqlclient',
  checkedAgainst: 'git 2026-07-20',
  docs: 'https://mysqlclient.readthedocs.io/user_guide.html',
  apis: {
    // `connect_timeout` is sent to the C library when it is given; what holds without is that library's own.
    connect: { blocks: 'database', returns: 'MySQLdb.connections.Connection' },
    'connections.Connection': {
      blocks: 'database',
      methods: {
        commit: statement,
        rollback: statement,
        autocommit: statement,
        begin: statement,
        ping: statement,
        query: statement,
        next_result: statement,
        select_db: statement,
        show_warnings: statement,
        set_character_set: statement,
        close: goodbye,
        cursor: { returns: 'MySQLdb.cursors.Cursor' },
        literal: {},
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
    'cursors.DictCursor': { bases: ['MySQLdb.cursors.Cursor'] },
    'cursors.SSCursor': unbuffered,
    'cursors.SSDictCursor': unbuffered,
  },
  aliases: { Connect: 'connect', Connection: 'connect' },
};

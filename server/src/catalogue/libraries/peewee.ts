import type { Api, Library } from '../schema';

/** Waits for the server, or for the file of SQLite. */
const call: Api = { blocks: 'database' };

export const peewee: Library = {
  module: 'peewee',
  checkedAgainst: '4.5.1',
  docs: 'http://docs.peewee-orm.com/en/latest/peewee/api.html',
  apis: {
    PostgresqlDatabase: { bases: ['peewee.Database'] },
    MySQLDatabase: { bases: ['peewee.Database'] },
    SqliteDatabase: { bases: ['peewee.Database'] },
    Model: {
      methods: {
        save: call,
        create: call,
        get: call,
        get_or_none: call,
        get_or_create: call,
        get_by_id: call,
        delete_instance: call,
        create_table: call,
        drop_table: call,
        bulk_create: call,
        bulk_update: call,
        delete_by_id: call,
        // Queries that wait for `execute`.
        select: { returns: 'peewee.ModelSelect' },
        insert: { returns: 'peewee.ModelInsert' },
        insert_many: { returns: 'peewee.ModelInsert' },
        update: { returns: 'peewee.ModelUpdate' },
        delete: { returns: 'peewee.ModelDelete' },
      },
    },
    ModelSelect: {
      methods: {
        execute: call,
        get: call,
        first: call,
        count: call,
        exists: call,
        scalar: call,
        where: { returns: 'peewee.ModelSelect' },
        order_by: { returns: 'peewee.ModelSelect' },
        limit: { returns: 'peewee.ModelSelect' },
        offset: { returns: 'peewee.ModelSelect' },
        join: { returns: 'peewee.ModelSelect' },
        group_by: { returns: 'peewee.ModelSelect' },
        distinct: { returns: 'peewee.ModelSelect' },
      },
    },
    ModelInsert: { methods: { execute: call } },
    ModelUpdate: { methods: { execute: call, where: { returns: 'peewee.ModelUpdate' } } },
    ModelDelete: { methods: { execute: call, where: { returns: 'peewee.ModelDelete' } } },
    Database: {
      methods: {
        connect: call,
        execute_sql: call,
        commit: call,
        rollback: call,
        create_tables: call,
        drop_tables: call,
      },
    },
  },
};

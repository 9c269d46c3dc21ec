import type { Api, Library, TimeoutFact } from '../schema';

/** Bounds each operation, and is no limit by default; the limits on connecting and choosing a server are other options. */
const timeout: TimeoutFact = { parameter: 'timeoutMS', kind: 'milliseconds', whenAbsent: 'forever', whenNone: 'forever' };

/** Bounded by the client's `timeoutMS` or a `with pymongo.timeout(…)` around it. */
const operation: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };
const rows: Api = { blocks: 'database', returns: 'pymongo.command_cursor.CommandCursor' };
const asyncRows: Api = { isAsync: true, returns: 'pymongo.asynchronous.command_cursor.AsyncCommandCursor' };
const changes: Api = { blocks: 'database', returns: 'pymongo.change_stream.ChangeStream' };
const asyncChanges: Api = { isAsync: true, returns: 'pymongo.asynchronous.change_stream.AsyncChangeStream' };
const database: Api = { returns: 'pymongo.database.Database' };
const asyncDatabase: Api = { returns: 'pymongo.asynchronous.database.AsyncDatabase' };
const collection: Api = { returns: 'pymongo.collection.Collection' };
const asyncCollection: Api = { returns: 'pymongo.asynchronous.collection.AsyncCollection' };
/** Says what will be asked, and asks when it is iterated. */
const cursor: Api = { blocks: 'database', isLazy: true, returns: 'pymongo.cursor.Cursor' };
/** Changes what will be asked, and asks nothing yet. */
const asyncCursor: Api = { returns: 'pymongo.asynchronous.cursor.AsyncCursor' };

const collectionMethods: Readonly<Record<string, Api>> = {
  insert_one: operation,
  insert_many: operation,
  replace_one: operation,
  update_one: operation,
  update_many: operation,
  delete_one: operation,
  delete_many: operation,
  find_one: operation,
  find_one_and_update: operation,
  find_one_and_replace: operation,
  find_one_and_delete: operation,
  count_documents: operation,
  estimated_document_count: operation,
  distinct: operation,
  bulk_write: operation,
  create_index: operation,
  create_indexes: operation,
  drop_index: operation,
  drop_indexes: operation,
  index_information: operation,
  create_search_index: { ...operation, since: '4.5' },
  create_search_indexes: { ...operation, since: '4.5' },
  drop_search_index: { ...operation, since: '4.5' },
  update_search_index: { ...operation, since: '4.5' },
  drop: operation,
  rename: operation,
  options: operation,
  aggregate: rows,
  aggregate_raw_batches: operation,
  list_indexes: rows,
  list_search_indexes: { ...rows, since: '4.5' },
  watch: changes,
  find: cursor,
  find_raw_batches: { blocks: 'database', isLazy: true },
  with_options: collection,
};
const asyncCollectionMethods: Readonly<Record<string, Api>> = {
  insert_one: coroutine,
  insert_many: coroutine,
  replace_one: coroutine,
  update_one: coroutine,
  update_many: coroutine,
  delete_one: coroutine,
  delete_many: coroutine,
  find_one: coroutine,
  find_one_and_update: coroutine,
  find_one_and_replace: coroutine,
  find_one_and_delete: coroutine,
  count_documents: coroutine,
  estimated_document_count: coroutine,
  distinct: coroutine,
  bulk_write: coroutine,
  create_index: coroutine,
  create_indexes: coroutine,
  drop_index: coroutine,
  drop_indexes: coroutine,
  index_information: coroutine,
  create_search_index: coroutine,
  create_search_indexes: coroutine,
  drop_search_index: coroutine,
  update_search_index: coroutine,
  drop: coroutine,
  rename: coroutine,
  options: coroutine,
  aggregate: asyncRows,
  aggregate_raw_batches: coroutine,
  list_indexes: asyncRows,
  list_search_indexes: asyncRows,
  watch: asyncChanges,
  // Not awaited: it asks nothing before it is iterated.
  find: asyncCursor,
  find_raw_batches: {},
  with_options: asyncCollection,
};

/** Source: pymongo/synchronous and pymongo/asynchronous, which are the same code twice. No constructor connects. */
export const pymongo: Library = {
  module: 'pymongo',
  checkedAgainst: '4.18.2',
  docs: 'https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html',
  apis: {
    MongoClient: {
      pools: 'database',
      timeout,
      asyncTwin: 'pymongo.AsyncMongoClient',
      methods: {
        list_database_names: operation,
        list_databases: rows,
        drop_database: operation,
        server_info: operation,
        bulk_write: { ...operation, since: '4.9' },
        watch: changes,
        start_session: { returns: 'pymongo.client_session.ClientSession' },
        get_database: database,
        get_default_database: database,
        __getitem__: database,
        '*': { ...database, isValue: true },
        close: {},
      },
    },
    'database.Database': {
      asyncTwin: 'pymongo.asynchronous.database.AsyncDatabase',
      methods: {
        command: operation,
        cursor_command: { ...rows, since: '4.5' },
        list_collection_names: operation,
        list_collections: rows,
        create_collection: { blocks: 'database', returns: 'pymongo.collection.Collection' },
        drop_collection: operation,
        validate_collection: operation,
        dereference: operation,
        aggregate: rows,
        watch: changes,
        get_collection: collection,
        with_options: database,
        __getitem__: collection,
        '*': { ...collection, isValue: true },
      },
    },
    'collection.Collection': {
      asyncTwin: 'pymongo.asynchronous.collection.AsyncCollection',
      methods: { ...collectionMethods, __getitem__: collection, '*': { ...collection, isValue: true } },
    },
    'cursor.Cursor': {
      asyncTwin: 'pymongo.asynchronous.cursor.AsyncCursor',
      methods: {
        next: operation,
        __next__: operation,
        __getitem__: operation,
        to_list: { ...operation, since: '4.9' },
        explain: operation,
        distinct: operation,
        sort: cursor,
        limit: cursor,
        skip: cursor,
        batch_size: cursor,
        hint: cursor,
        comment: cursor,
        collation: cursor,
        max_time_ms: cursor,
        allow_disk_use: cursor,
        where: cursor,
        clone: cursor,
        rewind: cursor,
        close: {},
      },
    },
    'command_cursor.CommandCursor': {
      asyncTwin: 'pymongo.asynchronous.command_cursor.AsyncCommandCursor',
      methods: {
        next: operation,
        __next__: operation,
        try_next: { ...operation, since: '4.5' },
        to_list: { ...operation, since: '4.9' },
        close: {},
      },
    },
    // Waits for the next change, however long that takes.
    'change_stream.ChangeStream': {
      asyncTwin: 'pymongo.asynchronous.change_stream.AsyncChangeStream',
      methods: { next: operation, __next__: operation, try_next: operation, close: {} },
    },
    'client_session.ClientSession': {
      asyncTwin: 'pymongo.asynchronous.client_session.AsyncClientSession',
      methods: {
        // Tries again for up to 120 seconds.
        with_transaction: operation,
        commit_transaction: operation,
        abort_transaction: operation,
        start_transaction: {},
        end_session: {},
      },
    },

    AsyncMongoClient: {
      isEnteredAsync: true,
      since: '4.9',
      pools: 'database',
      timeout,
      methods: {
        list_database_names: coroutine,
        list_databases: asyncRows,
        drop_database: coroutine,
        server_info: coroutine,
        bulk_write: coroutine,
        watch: asyncChanges,
        start_session: { returns: 'pymongo.asynchronous.client_session.AsyncClientSession' },
        get_database: asyncDatabase,
        get_default_database: asyncDatabase,
        __getitem__: asyncDatabase,
        '*': { ...asyncDatabase, isValue: true },
        close: coroutine,
      },
    },
    'asynchronous.database.AsyncDatabase': {
      since: '4.9',
      methods: {
        command: coroutine,
        cursor_command: asyncRows,
        list_collection_names: coroutine,
        list_collections: asyncRows,
        create_collection: { isAsync: true, returns: 'pymongo.asynchronous.collection.AsyncCollection' },
        drop_collection: coroutine,
        validate_collection: coroutine,
        dereference: coroutine,
        aggregate: asyncRows,
        watch: asyncChanges,
        get_collection: asyncCollection,
        with_options: asyncDatabase,
        __getitem__: asyncCollection,
        '*': { ...asyncCollection, isValue: true },
      },
    },
    'asynchronous.collection.AsyncCollection': {
      since: '4.9',
      methods: { ...asyncCollectionMethods, __getitem__: asyncCollection, '*': { ...asyncCollection, isValue: true } },
    },
    'asynchronous.cursor.AsyncCursor': {
      since: '4.9',
      methods: {
        next: coroutine,
        to_list: coroutine,
        explain: coroutine,
        distinct: coroutine,
        sort: asyncCursor,
        limit: asyncCursor,
        skip: asyncCursor,
        batch_size: asyncCursor,
        hint: asyncCursor,
        comment: asyncCursor,
        collation: asyncCursor,
        max_time_ms: asyncCursor,
        allow_disk_use: asyncCursor,
        where: asyncCursor,
        clone: asyncCursor,
        rewind: coroutine,
        close: coroutine,
      },
    },
    'asynchronous.command_cursor.AsyncCommandCursor': {
      since: '4.9',
      methods: { next: coroutine, try_next: coroutine, to_list: coroutine, close: coroutine },
    },
    'asynchronous.change_stream.AsyncChangeStream': {
      since: '4.9',
      methods: { next: coroutine, try_next: coroutine, close: coroutine },
    },
    'asynchronous.client_session.AsyncClientSession': {
      since: '4.9',
      methods: {
        with_transaction: coroutine,
        commit_transaction: coroutine,
        abort_transaction: coroutine,
        // Awaited or entered with `async with`.
        start_transaction: coroutine,
        end_session: coroutine,
      },
    },
    // For `with`, around awaits as well; it bounds the operations of its block.
    timeout: { since: '4.2' },
  },
  aliases: {
    'mongo_client.MongoClient': 'MongoClient',
    'synchronous.mongo_client.MongoClient': 'MongoClient',
    'synchronous.database.Database': 'database.Database',
    'synchronous.collection.Collection': 'collection.Collection',
    'synchronous.cursor.Cursor': 'cursor.Cursor',
    'synchronous.command_cursor.CommandCursor': 'command_cursor.CommandCursor',
    'synchronous.client_session.ClientSession': 'client_session.ClientSession',
    'asynchronous.mongo_client.AsyncMongoClient': 'AsyncMongoClient',
  },
};

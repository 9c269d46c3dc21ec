import type { Api, Library } from '../schema';

/** A plain function that gives a future. */
const future: Api = { isAsync: true, isStarted: true };
const database: Api = { returns: 'motor.motor_asyncio.AsyncIOMotorDatabase' };
const collection: Api = { returns: 'motor.motor_asyncio.AsyncIOMotorCollection' };
/** Changes what will be asked, and asks nothing yet. */
const cursor: Api = { returns: 'motor.motor_asyncio.AsyncIOMotorCursor' };

/**
 * Runs pymongo in a pool of threads; deprecated in favour of `pymongo.AsyncMongoClient` since 2025-05-14.
 * Which methods give futures is written in motor/core.py (`AsyncCommand`, `AsyncRead`, `AsyncWrite`).
 */
export const motor: Library = {
  module: 'motor.motor_asyncio',
  distribution: 'motor',
  checkedAgainst: '3.7.1',
  docs: 'https://motor.readthedocs.io/en/stable/api-asyncio/asyncio_motor_client.html',
  apis: {
    AsyncIOMotorClient: {
      pools: 'database',
      timeout: { parameter: 'timeoutMS', kind: 'milliseconds', whenAbsent: 'forever', whenNone: 'forever' },
      methods: {
        list_database_names: future,
        list_databases: future,
        drop_database: future,
        server_info: future,
        // Awaited, and what it gives is for `async with`.
        start_session: { isAsync: true, isStarted: true, returns: 'motor.motor_asyncio.AsyncIOMotorClientSession' },
        get_database: database,
        get_default_database: database,
        __getitem__: database,
        '*': { ...database, isValue: true },
        watch: {},
      },
    },
    AsyncIOMotorClientSession: {
      methods: {
        commit_transaction: future,
        abort_transaction: future,
        end_session: future,
        with_transaction: future,
        start_transaction: {},
      },
    },
    AsyncIOMotorDatabase: {
      methods: {
        command: future,
        list_collection_names: future,
        list_collections: future,
        create_collection: { isAsync: true, isStarted: true, returns: 'motor.motor_asyncio.AsyncIOMotorCollection' },
        drop_collection: future,
        validate_collection: future,
        dereference: future,
        aggregate: {},
        watch: {},
        get_collection: collection,
        with_options: database,
        __getitem__: collection,
        '*': { ...collection, isValue: true },
      },
    },
    AsyncIOMotorCollection: {
      methods: {
        insert_one: future,
        insert_many: future,
        replace_one: future,
        update_one: future,
        update_many: future,
        delete_one: future,
        delete_many: future,
        find_one: future,
        find_one_and_update: future,
        find_one_and_replace: future,
        find_one_and_delete: future,
        count_documents: future,
        estimated_document_count: future,
        distinct: future,
        bulk_write: future,
        create_index: future,
        create_indexes: future,
        drop_index: future,
        drop_indexes: future,
        index_information: future,
        drop: future,
        rename: future,
        options: future,
        // Not awaited: they ask nothing before they are iterated.
        find: cursor,
        aggregate: {},
        list_indexes: {},
        watch: {},
        with_options: collection,
        __getitem__: collection,
        '*': { ...collection, isValue: true },
      },
    },
    AsyncIOMotorCursor: {
      methods: {
        to_list: future,
        next: future,
        explain: future,
        distinct: future,
        close: future,
        sort: cursor,
        limit: cursor,
        skip: cursor,
        batch_size: cursor,
        hint: cursor,
        collation: cursor,
        max_time_ms: cursor,
        clone: cursor,
        rewind: cursor,
      },
    },
  },
};

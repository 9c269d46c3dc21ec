import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };

export const qdrantClient: Library = {
  module: 'qdrant_client',
  distribution: 'qdrant-client',
  checkedAgainst: 'git 2026-05-11',
  docs: 'https://python-client.qdrant.tech/',
  apis: {
    QdrantClient: {
      timeout: { parameter: 'timeout', position: 8, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded' },
      pools: 'http',
      asyncTwin: 'qdrant_client.AsyncQdrantClient',
      methods: {
        query_points: call,
        upsert: call,
        scroll: call,
        retrieve: call,
        delete: call,
        count: call,
        create_collection: call,
        get_collection: call,
        upload_points: call,
        collection_exists: call,
        get_collections: call,
        delete_collection: call,
        set_payload: call,
      },
    },
    AsyncQdrantClient: {
      pools: 'http',
      methods: {
        query_points: coroutine,
        upsert: coroutine,
        scroll: coroutine,
        retrieve: coroutine,
        delete: coroutine,
        count: coroutine,
        create_collection: coroutine,
        get_collection: coroutine,
        collection_exists: coroutine,
        get_collections: coroutine,
        delete_collection: coroutine,
        set_payload: coroutine,
        close: coroutine,
      },
    },
  },
  aliases: { 'qdrant_client.QdrantClient': 'QdrantClient', 'async_qdrant_client.AsyncQdrantClient': 'AsyncQdrantClient' },
};

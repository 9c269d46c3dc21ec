import type { Api, Library, TimeoutFact } from '../schema';

/** 60 seconds; `None` is the default as well. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded', isNetwork: true };
const call: Api = { blocks: 'http' };
const asyncCall: Api = { isAsync: true };

export const googleCloudFirestore: Library = {
  module: 'google.cloud.firestore_v1',
  distribution: 'google-cloud-firestore',
  checkedAgainst: 'git 2026-03-02',
  docs: 'https://cloud.google.com/python/docs/reference/firestore/latest',
  apis: {
    'client.Client': {
      methods: {
        get_all: { ...call, timeout: { ...timeout, position: 4 } },
        collection: { returns: 'google.cloud.firestore_v1.collection.CollectionReference' },
        document: { returns: 'google.cloud.firestore_v1.document.DocumentReference' },
        batch: { returns: 'google.cloud.firestore_v1.batch.WriteBatch' },
      },
    },
    'document.DocumentReference': {
      methods: {
        get: { ...call, timeout: { ...timeout, position: 3 } },
        set: { ...call, timeout: { ...timeout, position: 3 } },
        update: { ...call, timeout: { ...timeout, position: 3 } },
        delete: { ...call, timeout: { ...timeout, position: 2 } },
        create: { ...call, timeout: { ...timeout, position: 2 } },
        collections: { ...call, timeout: { ...timeout, position: 2 } },
      },
    },
    'async_document.AsyncDocumentReference': {
      methods: {
        get: { ...asyncCall, timeout: { ...timeout, position: 3 } },
        set: { ...asyncCall, timeout: { ...timeout, position: 3 } },
        update: { ...asyncCall, timeout: { ...timeout, position: 3 } },
        delete: { ...asyncCall, timeout: { ...timeout, position: 2 } },
        create: { ...asyncCall, timeout: { ...timeout, position: 2 } },
      },
    },
    'query.Query': {
      methods: {
        get: { ...call, timeout: { ...timeout, position: 2 } },
        stream: { ...call, timeout: { ...timeout, position: 2 } },
      },
    },
    'collection.CollectionReference': {
      methods: {
        get: { ...call, timeout: { ...timeout, position: 2 } },
        stream: { ...call, timeout: { ...timeout, position: 2 } },
        add: { ...call, timeout: { ...timeout, position: 3 } },
        list_documents: { ...call, timeout: { ...timeout, position: 2 } },
        document: { returns: 'google.cloud.firestore_v1.document.DocumentReference' },
      },
    },
    'batch.WriteBatch': {
      methods: {
        commit: { ...call, timeout: { ...timeout, position: 1 } },
      },
    },
  },
  aliases: { Client: 'client.Client' },
};

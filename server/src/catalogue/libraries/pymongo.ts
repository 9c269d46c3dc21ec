import type { Api, Library } from '../schema';

/** Bounds each operation, and is no limit by default; the limits on connecting and choosing a server are other options. */
const client: Api = {
  pools: 'database',
  timeout: { parameter: 'timeoutMS', kind: 'milliseconds', whenAbsent: 'forever', whenNone: 'forever' },
  methods: {},
};

export const pymongo: Library = {
  module: 'pymongo',
  checkedAgainst: '4.18',
  docs: 'https://pymongo.readthedocs.io/en/stable/api/pymongo/mongo_client.html',
  apis: { MongoClient: client, AsyncMongoClient: { ...client, since: '4.9' } },
  aliases: { 'mongo_client.MongoClient': 'MongoClient', 'synchronous.mongo_client.MongoClient': 'MongoClient' },
};

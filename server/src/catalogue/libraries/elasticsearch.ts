import type { Api, Library, TimeoutFact } from '../schema';

/** 10 seconds by default (elastic-transport). */
const timeout: TimeoutFact = { parameter: 'request_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const client: Api = { pools: 'http', timeout, methods: {} };

export const elasticsearch: Library = {
  module: 'elasticsearch',
  checkedAgainst: 'git 2026-07-23',
  docs: 'https://elasticsearch-py.readthedocs.io/en/stable/',
  apis: { Elasticsearch: client, AsyncElasticsearch: client },
};

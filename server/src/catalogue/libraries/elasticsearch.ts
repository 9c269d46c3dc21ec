import type { Api, Library, TimeoutFact } from '../schema';

/** 10 seconds by default (elastic-transport). */
const timeout: TimeoutFact = { parameter: 'request_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const client: Api = { pools: 'http', timeout };
/** `timeout=` of these calls is a matter for the server; the limit on waiting is the client's, or that of its `options`. */
const request: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };

/** OpenSearch began as a fork and has them too. */
export const requests: Readonly<Record<string, Api>> = {
  search: request,
  index: request,
  get: request,
  create: request,
  update: request,
  delete: request,
  bulk: request,
  count: request,
  exists: request,
  mget: request,
  msearch: request,
  scroll: request,
  reindex: request,
  delete_by_query: request,
  update_by_query: request,
  ping: request,
  info: request,
};
/** The same on the async side. */
export const asyncRequests: Readonly<Record<string, Api>> = {
  search: coroutine,
  index: coroutine,
  get: coroutine,
  create: coroutine,
  update: coroutine,
  delete: coroutine,
  bulk: coroutine,
  count: coroutine,
  exists: coroutine,
  mget: coroutine,
  msearch: coroutine,
  scroll: coroutine,
  reindex: coroutine,
  delete_by_query: coroutine,
  update_by_query: coroutine,
  ping: coroutine,
  info: coroutine,
};

export const elasticsearch: Library = {
  module: 'elasticsearch',
  checkedAgainst: 'git 2026-07-23',
  docs: 'https://elasticsearch-py.readthedocs.io/en/stable/',
  apis: {
    Elasticsearch: {
      ...client,
      asyncTwin: 'elasticsearch.AsyncElasticsearch',
      methods: {
        ...requests,
        open_point_in_time: request,
        options: { returns: 'elasticsearch.Elasticsearch' },
      },
    },
    'helpers.bulk': request,
    'helpers.reindex': request,
    // Generators.
    'helpers.scan': request,
    'helpers.streaming_bulk': request,
    'helpers.parallel_bulk': request,
    AsyncElasticsearch: {
      ...client,
      methods: {
        ...asyncRequests,
        open_point_in_time: coroutine,
        options: { returns: 'elasticsearch.AsyncElasticsearch' },
        close: coroutine,
      },
    },
    'helpers.async_bulk': coroutine,
    'helpers.async_reindex': coroutine,
  },
};

import type { Api, Library } from '../schema';
import { asyncRequests, requests } from './elasticsearch';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };

export const opensearchpy: Library = {
  module: 'opensearchpy',
  distribution: 'opensearch-py',
  checkedAgainst: 'git 2026-07-16',
  docs: 'https://docs.opensearch.org/latest/clients/python-low-level/',
  apis: {
    'helpers.bulk': call,
    'helpers.reindex': call,
    // Generators.
    'helpers.scan': call,
    'helpers.streaming_bulk': call,
    'helpers.parallel_bulk': call,
    OpenSearch: {
      timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded' },
      pools: 'http',
      asyncTwin: 'opensearchpy.AsyncOpenSearch',
      methods: requests,
    },
    AsyncOpenSearch: {
      pools: 'http',
      methods: { ...asyncRequests, close: coroutine },
    },
  },
};

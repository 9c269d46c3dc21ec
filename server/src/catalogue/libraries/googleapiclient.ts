import type { Api, Library } from '../schema';

/** 60 seconds (googleapiclient/http.py), unless it is given an `httplib2.Http` of one's own. */
const request: Api = { blocks: 'http' };

const service: Api = { returns: 'googleapiclient.discovery.Resource' };

export const googleapiclient: Library = {
  module: 'googleapiclient',
  distribution: 'google-api-python-client',
  checkedAgainst: '2.201',
  docs: 'https://googleapis.github.io/google-api-python-client/docs/',
  // The name that the package had before, kept as an alias of all its modules (apiclient/__init__.py).
  forks: ['apiclient'],
  apis: {
    // Reads the description of the service: hundreds of milliseconds, or a request with `static_discovery=False`.
    'discovery.build': { blocks: 'cpu', ...service },
    'discovery.build_from_document': service,
    // Its methods are made from that description. They give another such object (`service.files()`) or a request (`files.list()`),
    // and which of them stands in no code; what sends a request has names of its own.
    'discovery.Resource': {
      methods: {
        '*': service,
        execute: request,
        next_chunk: request,
        new_batch_http_request: { returns: 'googleapiclient.http.BatchHttpRequest' },
        close: {},
      },
    },
    'http.HttpRequest': { methods: { execute: request, next_chunk: request } },
    'http.BatchHttpRequest': { methods: { execute: request, add: {} } },
    'http.MediaIoBaseDownload': { methods: { next_chunk: request } },
  },
};

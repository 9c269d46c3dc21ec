import type { Api, Library } from '../schema';

/** 60 seconds (googleapiclient/http.py), unless it is given an `httplib2.Http` of one's own. */
const request: Api = { blocks: 'http' };

export const googleapiclient: Library = {
  module: 'googleapiclient',
  distribution: 'google-api-python-client',
  checkedAgainst: '2.201',
  docs: 'https://googleapis.github.io/google-api-python-client/docs/',
  apis: {
    // Reads the description of the service: hundreds of milliseconds, or a request with `static_discovery=False`.
    'discovery.build': { blocks: 'cpu' },
    'http.HttpRequest': { methods: { execute: request } },
    'http.BatchHttpRequest': { methods: { execute: request } },
    'http.MediaIoBaseDownload': { methods: { next_chunk: request } },
  },
};

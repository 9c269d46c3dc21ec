import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

const talk: Api = { blocks: 'http' };

/** The connection is made by the first request. Its limit is given to the constructor and to nothing else. */
export const httpClient: Library = {
  module: 'http.client',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/http.client.html',
  apis: {
    HTTPConnection: {
      timeout: { ...socketModuleDefault, position: 2 },
      methods: {
        connect: talk,
        request: talk,
        getresponse: { ...talk, returns: 'http.client.HTTPResponse' },
        send: talk,
        endheaders: talk,
        putrequest: {},
        close: {},
      },
    },
    HTTPSConnection: {
      bases: ['http.client.HTTPConnection'],
      // By keyword only since 3.12.
      timeout: { ...socketModuleDefault, olderPosition: 4 },
    },
    // Reading the body also waits; the request before it is reported.
    HTTPResponse: { methods: {} },
  },
  errors: {
    HTTPException: { of: ['builtins.Exception'], kind: 'mixed' },
    IncompleteRead: { of: ['HTTPException'], kind: 'transient' },
    BadStatusLine: { of: ['HTTPException'], kind: 'transient' },
    RemoteDisconnected: { of: ['builtins.ConnectionResetError', 'BadStatusLine'], kind: 'transient' },
    InvalidURL: { of: ['HTTPException'], kind: 'permanent' },
  },
};

import type { Api, Library } from '../schema';

/** Ends when `setopt(pycurl.TIMEOUT, …)` says so, and not at all by default. */
const perform: Api = { blocks: 'http' };

export const pycurl: Library = {
  module: 'pycurl',
  checkedAgainst: 'git 2026-08-22',
  docs: 'http://pycurl.io/docs/latest/curlobject.html',
  apis: {
    Curl: { methods: { perform, perform_rb: perform, perform_rs: perform, setopt: {}, close: {} } },
    CurlMulti: {
      methods: {
        select: {
          blocks: 'http',
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'error', whenNone: 'error' },
        },
      },
    },
  },
};

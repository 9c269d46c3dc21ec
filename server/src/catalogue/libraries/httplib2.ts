import type { Library } from '../schema';

export const httplib2: Library = {
  module: 'httplib2',
  checkedAgainst: '0.22',
  docs: 'https://httplib2.readthedocs.io/en/latest/libhttplib2.html',
  apis: {
    // Without it the socket module's default holds.
    Http: {
      timeout: {
        parameter: 'timeout',
        position: 1,
        kind: 'seconds',
        whenAbsent: 'forever',
        whenNone: 'forever',
        obeysSocketDefault: true,
        isNetwork: true,
      },
      methods: { request: { blocks: 'http' } },
    },
  },
};

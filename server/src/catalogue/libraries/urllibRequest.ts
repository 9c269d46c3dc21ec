import type { Library, TimeoutFact } from '../schema';

/** Without it the socket module's default holds, which is no limit unless `socket.setdefaulttimeout` was called. */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  position: 2,
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  obeysSocketDefault: true,
  isNetwork: true,
};

export const urllibRequest: Library = {
  module: 'urllib.request',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/urllib.request.html',
  apis: {
    urlopen: { blocks: 'http', opens: true, timeout, returns: 'http.client.HTTPResponse' },
    // Has no timeout argument at all; only `socket.setdefaulttimeout` bounds it.
    urlretrieve: { blocks: 'http' },
    build_opener: { returns: 'urllib.request.OpenerDirector' },
    OpenerDirector: { methods: { open: { blocks: 'http', opens: true, timeout, returns: 'http.client.HTTPResponse' } } },
    URLopener: { removed: '3.14', methods: { open: { blocks: 'http', opens: true }, retrieve: { blocks: 'http' } } },
  },
};

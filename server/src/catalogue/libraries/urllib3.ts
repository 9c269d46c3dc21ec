import type { Api, Library, TimeoutFact } from '../schema';

/** Without it the socket module's default holds, which is no limit unless `socket.setdefaulttimeout` was called (measured). */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  obeysSocketDefault: true,
  isNetwork: true,
};
/** The pool's, where the call names none. */
const poolTimeout: TimeoutFact = { ...timeout, whenAbsent: 'inherits' };
const call: Api = { blocks: 'http', timeout: poolTimeout, returns: 'urllib3.response.HTTPResponse' };
const urlopenOfHost: Api = { ...call, timeout: { ...poolTimeout, position: 7 } };

export const urllib3: Library = {
  module: 'urllib3',
  checkedAgainst: '2.7',
  docs: 'https://urllib3.readthedocs.io/en/stable/reference/urllib3.util.html#urllib3.util.Timeout',
  apis: {
    // Only this module-level function has a limit by itself: 3 seconds (urllib3/__init__.py).
    request: { ...call, since: '2.0', timeout: { ...timeout, whenAbsent: 'bounded' } },
    PoolManager: { pools: 'http', timeout, methods: { request: call, urlopen: call, clear: {} } },
    ProxyManager: { pools: 'http', timeout, bases: ['urllib3.PoolManager'] },
    HTTPConnectionPool: {
      pools: 'http',
      // One place further back before 2.0, which dropped `strict`.
      timeout: { ...timeout, position: 2, olderPosition: 3 },
      methods: { request: call, urlopen: urlopenOfHost, close: {} },
    },
    HTTPSConnectionPool: { pools: 'http', timeout: { ...timeout, position: 2, olderPosition: 3 }, bases: ['urllib3.HTTPConnectionPool'] },
    // Called where the body was not read before the response was given, with `preload_content=False`.
    'response.HTTPResponse': { methods: { read: { blocks: 'http' }, stream: { blocks: 'http' }, drain_conn: { blocks: 'http' } } },
    'util.Timeout': { methods: {} },
    // Between two attempts, with `time.sleep`.
    'util.Retry': { methods: { sleep: { blocks: 'sleep' } } },
  },
  aliases: {
    Timeout: 'util.Timeout',
    HTTPResponse: 'response.HTTPResponse',
    'util.timeout.Timeout': 'util.Timeout',
    Retry: 'util.Retry',
    'util.retry.Retry': 'util.Retry',
    'poolmanager.PoolManager': 'PoolManager',
    'poolmanager.ProxyManager': 'ProxyManager',
    'connectionpool.HTTPConnectionPool': 'HTTPConnectionPool',
    'connectionpool.HTTPSConnectionPool': 'HTTPSConnectionPool',
  },
};

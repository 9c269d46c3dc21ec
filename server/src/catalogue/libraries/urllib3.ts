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
    'util.Retry': {
      // Ten attempts unless told otherwise, the first retry at once and the others as well: `backoff_factor` is 0 by default.
      // With `total=None` each of the others bounds its own kind of failure, and by default none does (urllib3/util/retry.py).
      retry: {
        limits: [
          { keyword: 'total', position: 0 },
          { keyword: 'connect', position: 1, whenAbsent: 'forever' },
          { keyword: 'read', position: 2, whenAbsent: 'forever' },
          { keyword: 'redirect', position: 3, whenAbsent: 'forever' },
          { keyword: 'status', position: 4, whenAbsent: 'forever' },
          { keyword: 'other', position: 5, whenAbsent: 'forever' },
        ],
        whenAbsent: 'bounded',
        wait: { keyword: 'backoff_factor', takes: 'factor', whenAbsent: 'none' },
        statuses: { keyword: 'status_forcelist' },
        isSetting: true,
      },
      // Between two attempts, with `time.sleep`.
      methods: { sleep: { blocks: 'sleep' } },
    },
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
  // Bases as they are in the installed 2.8.0.
  errors: {
    'exceptions.HTTPError': { of: ['builtins.Exception'], kind: 'mixed' },
    'exceptions.PoolError': { of: ['exceptions.HTTPError'], kind: 'mixed' },
    'exceptions.RequestError': { of: ['exceptions.PoolError'], kind: 'mixed' },
    'exceptions.SSLError': { of: ['exceptions.HTTPError'] },
    'exceptions.ProxyError': { of: ['exceptions.HTTPError'], kind: 'transient' },
    'exceptions.DecodeError': { of: ['exceptions.HTTPError'] },
    'exceptions.ProtocolError': { of: ['exceptions.HTTPError'], kind: 'transient' },
    'exceptions.MaxRetryError': { of: ['exceptions.RequestError'], kind: 'transient' },
    'exceptions.HostChangedError': { of: ['exceptions.RequestError'], kind: 'permanent' },
    'exceptions.TimeoutStateError': { of: ['exceptions.HTTPError'], kind: 'permanent' },
    'exceptions.TimeoutError': { of: ['exceptions.HTTPError'], kind: 'transient' },
    'exceptions.ReadTimeoutError': { of: ['exceptions.TimeoutError', 'exceptions.RequestError'], kind: 'transient' },
    'exceptions.ConnectTimeoutError': { of: ['exceptions.TimeoutError'], kind: 'transient' },
    'exceptions.NewConnectionError': { of: ['exceptions.ConnectTimeoutError', 'exceptions.HTTPError'], kind: 'transient' },
    'exceptions.NameResolutionError': { of: ['exceptions.NewConnectionError'], kind: 'transient' },
    'exceptions.EmptyPoolError': { of: ['exceptions.PoolError'], kind: 'transient' },
    'exceptions.FullPoolError': { of: ['exceptions.PoolError'], kind: 'transient' },
    'exceptions.ClosedPoolError': { of: ['exceptions.PoolError'], kind: 'permanent' },
    'exceptions.LocationValueError': { of: ['builtins.ValueError', 'exceptions.HTTPError'], kind: 'permanent' },
    'exceptions.LocationParseError': { of: ['exceptions.LocationValueError'], kind: 'permanent' },
    'exceptions.URLSchemeUnknown': { of: ['exceptions.LocationValueError'], kind: 'permanent' },
    'exceptions.ResponseError': { of: ['exceptions.HTTPError'] },
    'exceptions.IncompleteRead': { of: ['exceptions.HTTPError', 'http.client.IncompleteRead'], kind: 'transient' },
    'exceptions.InvalidChunkLength': { of: ['exceptions.HTTPError', 'http.client.IncompleteRead'], kind: 'transient' },
    'exceptions.InvalidHeader': { of: ['exceptions.HTTPError'] },
    'exceptions.UnrewindableBodyError': { of: ['exceptions.HTTPError'], kind: 'permanent' },
  },
  // None derives from the built-in `ConnectionError`, `TimeoutError` or `OSError` (run).
  raises: ['exceptions.MaxRetryError', 'exceptions.TimeoutError', 'exceptions.ProtocolError', 'exceptions.HTTPError'],
};

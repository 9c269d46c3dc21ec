import type { AnswerFact, Api, Library, TimeoutFact } from '../schema';

/**
 * Without it a call waits for ever, even after `socket.setdefaulttimeout`: an explicit `None` goes down to urllib3
 * (measured). It bounds the connection and each read, not the whole.
 */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  whenZero: 'error',
  isNetwork: true,
};
const verb: Api = { blocks: 'http', timeout, returns: 'requests.Response' };

/** The members of 2.34.2; `bool(response)` is `ok`. */
const answer: AnswerFact = {
  status: ['raise_for_status', 'status_code', 'ok', 'reason', 'is_redirect', 'is_permanent_redirect', 'next'],
  body: ['json', 'text', 'content', 'iter_content', 'iter_lines', 'raw'],
  rest: ['headers', 'url', 'encoding', 'apparent_encoding', 'history', 'cookies', 'elapsed', 'request', 'links', 'close'],
  checkedBy: ['hooks'],
};

export const requests: Library = {
  module: 'requests',
  checkedAgainst: '2.34',
  docs: 'https://requests.readthedocs.io/en/latest/user/advanced/#timeouts',
  apis: {
    get: verb,
    post: verb,
    put: verb,
    patch: verb,
    delete: verb,
    head: verb,
    options: verb,
    request: verb,
    session: { returns: 'requests.Session', pools: 'http' },
    // Has no timeout of its own: setting `session.timeout` does nothing (measured).
    Session: {
      pools: 'http',
      methods: {
        get: verb,
        post: verb,
        put: verb,
        patch: verb,
        delete: verb,
        head: verb,
        options: verb,
        request: { ...verb, timeout: { ...timeout, position: 8 } },
        send: verb,
        mount: { mounts: { keyword: 'adapter', position: 1 } },
        close: {},
      },
    },
    // The body is read before the response is given, but with `stream=True`: then each step of what these two give waits.
    Response: {
      answer,
      methods: {
        json: {},
        raise_for_status: { raises: ['HTTPError'] },
        iter_content: { blocks: 'http', confidence: 'low', isLazy: true },
        iter_lines: { blocks: 'http', confidence: 'low', isLazy: true },
      },
    },
    'adapters.HTTPAdapter': { methods: { send: { ...verb, timeout: { ...timeout, position: 2 } } } },
  },
  aliases: {
    'api.get': 'get',
    'api.post': 'post',
    'api.put': 'put',
    'api.patch': 'patch',
    'api.delete': 'delete',
    'api.head': 'head',
    'api.options': 'options',
    'api.request': 'request',
    'sessions.Session': 'Session',
    'sessions.session': 'session',
    'models.Response': 'Response',
  },
  // `from requests.adapters import HTTPAdapter, Retry` is how many write it.
  reexports: { 'adapters.Retry': 'urllib3.util.Retry', 'packages.urllib3.util.retry.Retry': 'urllib3.util.Retry' },
  // Bases as they are in the installed 2.34.2.
  errors: {
    RequestException: { of: ['builtins.OSError'], kind: 'mixed', also: ['exceptions.RequestException'] },
    ConnectionError: { of: ['RequestException'], kind: 'transient', also: ['exceptions.ConnectionError'] },
    Timeout: { of: ['RequestException'], kind: 'transient', also: ['exceptions.Timeout'] },
    ConnectTimeout: { of: ['ConnectionError', 'Timeout'], kind: 'transient', also: ['exceptions.ConnectTimeout'] },
    ReadTimeout: { of: ['Timeout'], kind: 'transient', also: ['exceptions.ReadTimeout'] },
    'exceptions.ProxyError': { of: ['ConnectionError'], kind: 'transient' },
    'exceptions.SSLError': { of: ['ConnectionError'] },
    'exceptions.ChunkedEncodingError': { of: ['RequestException'], kind: 'transient' },
    HTTPError: { of: ['RequestException'], kind: 'answer', also: ['exceptions.HTTPError'] },
    'exceptions.ContentDecodingError': { of: ['RequestException', 'urllib3.exceptions.HTTPError'] },
    'exceptions.InvalidJSONError': { of: ['RequestException'] },
    JSONDecodeError: { of: ['exceptions.InvalidJSONError', 'json.JSONDecodeError'], also: ['exceptions.JSONDecodeError'] },
    URLRequired: { of: ['RequestException'], kind: 'permanent', also: ['exceptions.URLRequired'] },
    TooManyRedirects: { of: ['RequestException'], kind: 'permanent', also: ['exceptions.TooManyRedirects'] },
    'exceptions.MissingSchema': { of: ['RequestException', 'builtins.ValueError'], kind: 'permanent' },
    'exceptions.InvalidSchema': { of: ['RequestException', 'builtins.ValueError'], kind: 'permanent' },
    'exceptions.InvalidURL': { of: ['RequestException', 'builtins.ValueError'], kind: 'permanent' },
    'exceptions.InvalidHeader': { of: ['RequestException', 'builtins.ValueError'], kind: 'permanent' },
    'exceptions.InvalidProxyURL': { of: ['exceptions.InvalidURL'], kind: 'permanent' },
    'exceptions.StreamConsumedError': { of: ['RequestException', 'builtins.TypeError'], kind: 'permanent' },
    'exceptions.RetryError': { of: ['RequestException'] },
    'exceptions.UnrewindableBodyError': { of: ['RequestException'], kind: 'permanent' },
  },
  // What requests/adapters.py makes of urllib3's: all derive from `OSError`, and none from the built-in `ConnectionError` or `TimeoutError` (run).
  raises: [
    'ConnectionError',
    'Timeout',
    'exceptions.ChunkedEncodingError',
    'TooManyRedirects',
    'exceptions.InvalidURL',
    'exceptions.MissingSchema',
    'exceptions.InvalidSchema',
    'exceptions.ContentDecodingError',
    'exceptions.RetryError',
  ],
};

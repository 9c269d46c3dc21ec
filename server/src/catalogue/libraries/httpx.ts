import type { AnswerFact, Api, Library, TimeoutFact } from '../schema';

/** 5 seconds each for connecting, reading, writing and waiting for a connection of the pool (httpx/_config.py). */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'seconds',
  whenAbsent: 'bounded',
  limit: '5 seconds for each step',
  whenNone: 'forever',
  isNetwork: true,
};
const clientTimeout: TimeoutFact = { ...timeout, whenAbsent: 'inherits' };
/** Makes a client, with its TLS context, for the one call. Its async form is a method of a client, so it has no twin (signatures of 0.28.1; `cert` until 0.27). */
const oneCall: Api = {
  blocks: 'http',
  timeout,
  returns: 'httpx.Response',
  viaClient: { client: 'httpx.AsyncClient', takes: ['cert', 'proxy', 'trust_env', 'verify'] },
};
const verb: Api = { blocks: 'http', timeout: clientTimeout, returns: 'httpx.Response' };
const asyncVerb: Api = { isAsync: true, timeout: clientTimeout, returns: 'httpx.Response' };

/** The trusted certificates are read for each client (httpx/_config.py, `create_ssl_context`): 43 ms, where a session of aiohttp takes 0.04 ms. */
const slowToMake: Api['slowToMake'] = { unless: 'verify' };

/** The members of 0.28.1. `bool(response)` is always true. */
const answer: AnswerFact = {
  status: [
    'raise_for_status',
    'status_code',
    'reason_phrase',
    'is_success',
    'is_error',
    'is_client_error',
    'is_server_error',
    'is_redirect',
    'is_informational',
    'has_redirect_location',
    'next_request',
  ],
  body: [
    'json',
    'text',
    'content',
    'read',
    'aread',
    'iter_bytes',
    'iter_text',
    'iter_lines',
    'iter_raw',
    'aiter_bytes',
    'aiter_text',
    'aiter_lines',
    'aiter_raw',
  ],
  rest: ['headers', 'url', 'encoding', 'charset_encoding', 'history', 'cookies', 'elapsed', 'request', 'links', 'close', 'aclose'],
  checkedBy: ['event_hooks'],
};

export const httpx: Library = {
  module: 'httpx',
  checkedAgainst: '0.28',
  docs: 'https://www.python-httpx.org/advanced/timeouts/',
  forks: ['httpx2'],
  apis: {
    get: oneCall,
    post: oneCall,
    put: oneCall,
    patch: oneCall,
    delete: oneCall,
    head: oneCall,
    options: oneCall,
    request: oneCall,
    stream: { blocks: 'http', opens: true, timeout, enters: 'httpx.Response' },
    Client: {
      pools: 'http',
      slowToMake,
      timeout,
      asyncTwin: 'httpx.AsyncClient',
      methods: {
        get: verb,
        post: verb,
        put: verb,
        patch: verb,
        delete: verb,
        head: verb,
        options: verb,
        request: verb,
        stream: { blocks: 'http', opens: true, timeout: clientTimeout, enters: 'httpx.Response', asyncTwin: 'httpx.AsyncClient.stream' },
        send: { blocks: 'http', returns: 'httpx.Response' },
        close: {},
      },
    },
    AsyncClient: {
      pools: 'http',
      slowToMake,
      isEnteredAsync: true,
      timeout,
      methods: {
        get: asyncVerb,
        post: asyncVerb,
        put: asyncVerb,
        patch: asyncVerb,
        delete: asyncVerb,
        head: asyncVerb,
        options: asyncVerb,
        request: asyncVerb,
        // For `async with` only.
        stream: { opens: true, timeout: clientTimeout, isEnteredAsync: true, enters: 'httpx.Response' },
        send: { isAsync: true, returns: 'httpx.Response' },
        aclose: { isAsync: true },
      },
    },
    // Of responses of both clients, and nothing here waits: the body has been read by all but `stream`, which is told of itself,
    // and of a stream of an asynchronous client `read` and its relatives raise (httpx/_models.py).
    Response: {
      answer,
      methods: {
        json: {},
        raise_for_status: { raises: ['HTTPStatusError'], returns: 'httpx.Response' },
        read: {},
        aread: { isAsync: true },
        aclose: { isAsync: true },
      },
    },
    // `Timeout(None, connect=5)` leaves reading, writing and the pool without a limit; `Timeout(connect=5)` is a ValueError (measured).
    // A part that is given holds in place of the first argument, also where it is `None` (httpx/_config.py).
    Timeout: {
      timeout: {
        parameter: 'timeout',
        position: 0,
        kind: 'seconds',
        whenAbsent: 'error',
        whenNone: 'forever',
        orElse: ['read'],
        outrankedBy: 'read',
        isNetwork: true,
      },
      methods: {},
    },
    HTTPTransport: { methods: {} },
    AsyncHTTPTransport: { methods: {} },
  },
  // Bases as they are in the installed 0.28.1.
  errors: {
    HTTPError: { of: ['builtins.Exception'], kind: 'mixed' },
    RequestError: { of: ['HTTPError'], kind: 'mixed' },
    TransportError: { of: ['RequestError'], kind: 'transient' },
    TimeoutException: { of: ['TransportError'], kind: 'transient' },
    ConnectTimeout: { of: ['TimeoutException'], kind: 'transient' },
    ReadTimeout: { of: ['TimeoutException'], kind: 'transient' },
    WriteTimeout: { of: ['TimeoutException'], kind: 'transient' },
    PoolTimeout: { of: ['TimeoutException'], kind: 'transient' },
    NetworkError: { of: ['TransportError'], kind: 'transient' },
    ConnectError: { of: ['NetworkError'], kind: 'transient' },
    ReadError: { of: ['NetworkError'], kind: 'transient' },
    WriteError: { of: ['NetworkError'], kind: 'transient' },
    CloseError: { of: ['NetworkError'], kind: 'transient' },
    ProxyError: { of: ['TransportError'], kind: 'transient' },
    ProtocolError: { of: ['TransportError'], kind: 'transient' },
    RemoteProtocolError: { of: ['ProtocolError'], kind: 'transient' },
    UnsupportedProtocol: { of: ['TransportError'], kind: 'permanent' },
    LocalProtocolError: { of: ['ProtocolError'], kind: 'permanent' },
    DecodingError: { of: ['RequestError'] },
    TooManyRedirects: { of: ['RequestError'], kind: 'permanent' },
    HTTPStatusError: { of: ['HTTPError'], kind: 'answer' },
    InvalidURL: { of: ['builtins.Exception'], kind: 'permanent' },
    CookieConflict: { of: ['builtins.Exception'], kind: 'permanent' },
    StreamError: { of: ['builtins.RuntimeError'], kind: 'permanent' },
    StreamConsumed: { of: ['StreamError'], kind: 'permanent' },
    StreamClosed: { of: ['StreamError'], kind: 'permanent' },
    ResponseNotRead: { of: ['StreamError'], kind: 'permanent' },
    RequestNotRead: { of: ['StreamError'], kind: 'permanent' },
  },
  // What httpx/_client.py and _exceptions.py let out: the built-in `ConnectionError` and `TimeoutError` are bases of none (run).
  raises: ['TransportError', 'DecodingError', 'TooManyRedirects', 'InvalidURL'],
};

import type { AnswerFact, Api, Library, TimeoutFact } from '../schema';

/**
 * Given to one request, `None` or 0 means no limit; given to the session, `None` means the default: 300 seconds in all
 * (measured with 3.9 and newer).
 */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'object',
  objectClass: 'aiohttp.ClientTimeout',
  whenAbsent: 'inherits',
  limit: '300 seconds in all',
  whenNone: 'forever',
  whenZero: 'forever',
  isNetwork: true,
};
/** Awaited it gives the response; most often it is entered with `async with`. */
const verb: Api = { isAsync: true, timeout, returns: 'aiohttp.ClientResponse', enters: 'aiohttp.ClientResponse' };
const coroutine: Api = { isAsync: true };
/** Waiting for the peer's next message is what a websocket is for, so its wait is none that has to end. */
const receive: Api = { isAsync: true, timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' } };

/** The members of 3.14.3; a session, or one request, with `raise_for_status=True` checks the answer. */
const answer: AnswerFact = {
  status: ['raise_for_status', 'status', 'ok', 'reason'],
  body: ['json', 'text', 'read', 'content'],
  rest: [
    'headers',
    'raw_headers',
    'url',
    'real_url',
    'host',
    'history',
    'cookies',
    'links',
    'charset',
    'content_type',
    'content_length',
    'content_disposition',
    'get_encoding',
    'request_info',
    'method',
    'version',
    'release',
    'close',
    'closed',
    'wait_for_close',
  ],
  checkedBy: ['raise_for_status', 'middlewares'],
};

export const aiohttp: Library = {
  module: 'aiohttp',
  checkedAgainst: '3.14',
  docs: 'https://docs.aiohttp.org/en/stable/client_quickstart.html#timeouts',
  apis: {
    ClientSession: {
      // It has `__enter__`, which raises TypeError.
      isEnteredAsync: true,
      pools: 'http',
      timeout: { ...timeout, whenAbsent: 'bounded', whenNone: 'bounded' },
      methods: {
        get: verb,
        post: verb,
        put: verb,
        patch: verb,
        delete: verb,
        head: verb,
        options: verb,
        request: verb,
        // Its `timeout` bounds the closing of the socket; messages are waited for without an end.
        ws_connect: {
          isAsync: true,
          raises: ['ClientConnectionError', 'WSServerHandshakeError', 'builtins.TimeoutError'],
          returns: 'aiohttp.ClientWebSocketResponse',
          enters: 'aiohttp.ClientWebSocketResponse',
        },
        close: coroutine,
      },
    },
    // A session for the one call; for `async with` only.
    request: { timeout: { ...timeout, whenAbsent: 'bounded' }, isEnteredAsync: true, enters: 'aiohttp.ClientResponse' },
    // Each field is no limit by default, so `ClientTimeout(connect=5)` loses the session's 300 seconds.
    ClientTimeout: {
      timeout: {
        parameter: 'total',
        position: 0,
        kind: 'seconds',
        whenAbsent: 'forever',
        whenNone: 'forever',
        whenZero: 'forever',
        orElse: ['sock_read'],
        isNetwork: true,
      },
      methods: {},
    },
    ClientResponse: {
      answer,
      methods: { read: coroutine, text: coroutine, json: coroutine, raise_for_status: { raises: ['ClientResponseError'] } },
    },
    ClientWebSocketResponse: {
      methods: {
        receive: {
          ...receive,
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
        },
        receive_str: receive,
        receive_json: receive,
        receive_bytes: receive,
      },
    },
    TCPConnector: { methods: {} },
    'web.run_app': { blocks: 'event-loop' },
  },
  aliases: {
    'client.ClientSession': 'ClientSession',
    'client.ClientTimeout': 'ClientTimeout',
    'connector.TCPConnector': 'TCPConnector',
    'client_reqrep.ClientResponse': 'ClientResponse',
  },
  // Bases as they are in the installed 3.14.3.
  errors: {
    ClientError: { of: ['builtins.Exception'], kind: 'mixed', also: ['client_exceptions.ClientError'] },
    ClientConnectionError: { of: ['ClientError'], kind: 'transient', also: ['client_exceptions.ClientConnectionError'] },
    ClientOSError: { of: ['ClientConnectionError', 'builtins.OSError'], kind: 'transient', also: ['client_exceptions.ClientOSError'] },
    ClientConnectionResetError: {
      of: ['ClientConnectionError', 'builtins.ConnectionResetError'],
      kind: 'transient',
      also: ['client_exceptions.ClientConnectionResetError'],
    },
    ClientConnectorError: { of: ['ClientOSError'], kind: 'transient', also: ['client_exceptions.ClientConnectorError'] },
    ClientConnectorDNSError: { of: ['ClientConnectorError'], kind: 'transient', also: ['client_exceptions.ClientConnectorDNSError'] },
    ClientProxyConnectionError: { of: ['ClientConnectorError'], kind: 'transient', also: ['client_exceptions.ClientProxyConnectionError'] },
    ClientSSLError: { of: ['ClientConnectorError'], also: ['client_exceptions.ClientSSLError'] },
    ClientConnectorSSLError: { of: ['ClientSSLError', 'ssl.SSLError'], also: ['client_exceptions.ClientConnectorSSLError'] },
    ClientConnectorCertificateError: {
      of: ['ClientSSLError', 'ssl.SSLCertVerificationError'],
      kind: 'permanent',
      also: ['client_exceptions.ClientConnectorCertificateError'],
    },
    ServerConnectionError: { of: ['ClientConnectionError'], kind: 'transient', also: ['client_exceptions.ServerConnectionError'] },
    ServerDisconnectedError: { of: ['ServerConnectionError'], kind: 'transient', also: ['client_exceptions.ServerDisconnectedError'] },
    ServerTimeoutError: {
      of: ['ServerConnectionError', 'builtins.TimeoutError'],
      kind: 'transient',
      also: ['client_exceptions.ServerTimeoutError'],
    },
    ConnectionTimeoutError: { of: ['ServerTimeoutError'], kind: 'transient', also: ['client_exceptions.ConnectionTimeoutError'] },
    SocketTimeoutError: { of: ['ServerTimeoutError'], kind: 'transient', also: ['client_exceptions.SocketTimeoutError'] },
    ServerFingerprintMismatch: { of: ['ServerConnectionError'], kind: 'permanent', also: ['client_exceptions.ServerFingerprintMismatch'] },
    ClientPayloadError: { of: ['ClientError'], kind: 'transient', also: ['client_exceptions.ClientPayloadError'] },
    ClientResponseError: { of: ['ClientError'], kind: 'answer', also: ['client_exceptions.ClientResponseError'] },
    ClientHttpProxyError: { of: ['ClientResponseError'], kind: 'answer', also: ['client_exceptions.ClientHttpProxyError'] },
    ContentTypeError: { of: ['ClientResponseError'], also: ['client_exceptions.ContentTypeError'] },
    TooManyRedirects: { of: ['ClientResponseError'], kind: 'permanent', also: ['client_exceptions.TooManyRedirects'] },
    WSServerHandshakeError: { of: ['ClientResponseError'], kind: 'answer', also: ['client_exceptions.WSServerHandshakeError'] },
    InvalidURL: { of: ['ClientError', 'builtins.ValueError'], kind: 'permanent', also: ['client_exceptions.InvalidURL'] },
    InvalidUrlClientError: { of: ['InvalidURL'], kind: 'permanent', also: ['client_exceptions.InvalidUrlClientError'] },
    NonHttpUrlClientError: { of: ['ClientError'], kind: 'permanent', also: ['client_exceptions.NonHttpUrlClientError'] },
    RedirectClientError: { of: ['ClientError'], kind: 'permanent', also: ['client_exceptions.RedirectClientError'] },
    WSMessageTypeError: { of: ['builtins.TypeError'], kind: 'permanent', also: ['client_exceptions.WSMessageTypeError'] },
  },
  // `ServerTimeoutError` is a `TimeoutError`, `ClientOSError` an `OSError`; what has neither is lost where only those are caught (run).
  raises: ['ClientConnectionError', 'ServerTimeoutError', 'ClientPayloadError', 'InvalidURL', 'TooManyRedirects', 'builtins.TimeoutError'],
};

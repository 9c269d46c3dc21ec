import type { Api, Library, TimeoutFact } from '../schema';

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
    // The body is read before the response is given, but with `stream=True`: then each step of these two waits.
    Response: {
      methods: {
        json: {},
        raise_for_status: {},
        iter_content: { blocks: 'http', confidence: 'low' },
        iter_lines: { blocks: 'http', confidence: 'low' },
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
};

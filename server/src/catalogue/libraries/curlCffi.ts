import type { AnswerFact, Api, Library, TimeoutFact } from '../schema';

/** 30 seconds. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const call: Api = { blocks: 'http', timeout, returns: 'curl_cffi.requests.Response' };
const coroutine: Api = { isAsync: true, timeout, returns: 'curl_cffi.requests.Response' };

/** The members of 0.16.3; a session with `raise_for_status=True` checks each answer. */
const answer: AnswerFact = {
  status: ['raise_for_status', 'status_code', 'ok', 'reason', 'is_redirect'],
  body: ['json', 'text', 'content', 'markdown', 'iter_content', 'iter_lines', 'aiter_content', 'aiter_lines', 'atext', 'acontent'],
  rest: ['headers', 'url', 'encoding', 'charset', 'history', 'cookies', 'elapsed', 'request', 'redirect_url', 'close', 'aclose'],
  checkedBy: ['raise_for_status'],
};

export const curlCffi: Library = {
  module: 'curl_cffi',
  distribution: 'curl-cffi',
  checkedAgainst: '0.16',
  docs: 'https://curl-cffi.readthedocs.io/en/latest/api.html',
  apis: {
    'requests.get': call,
    'requests.post': call,
    'requests.put': call,
    'requests.patch': call,
    'requests.delete': call,
    'requests.head': call,
    'requests.options': call,
    'requests.request': call,
    'requests.Session': {
      pools: 'http',
      asyncTwin: 'curl_cffi.requests.AsyncSession',
      methods: {
        get: call,
        post: call,
        put: call,
        patch: call,
        delete: call,
        head: call,
        options: call,
        request: { ...call, timeout: { ...timeout, position: 10 } },
      },
    },
    'requests.AsyncSession': {
      pools: 'http',
      methods: {
        get: coroutine,
        post: coroutine,
        put: coroutine,
        patch: coroutine,
        delete: coroutine,
        head: coroutine,
        options: coroutine,
        request: { ...coroutine, timeout: { ...timeout, position: 10 } },
      },
    },
    'requests.Response': { answer, methods: { json: {}, raise_for_status: {} } },
  },
  aliases: {
    get: 'requests.get',
    post: 'requests.post',
    put: 'requests.put',
    patch: 'requests.patch',
    delete: 'requests.delete',
    head: 'requests.head',
    options: 'requests.options',
    request: 'requests.request',
    Session: 'requests.Session',
    AsyncSession: 'requests.AsyncSession',
    Response: 'requests.Response',
  },
};

import type { AnswerFact, Api, Library, TimeoutFact } from '../schema';

/** 30 seconds where nothing is sent, 120 where something is; `None` is the default as well. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded', isNetwork: true };
const sessionTimeout: TimeoutFact = { ...timeout, whenAbsent: 'inherits' };
const call: Api = { blocks: 'http', timeout, returns: 'niquests.Response' };
const coroutine: Api = { isAsync: true, timeout };
const verb: Api = { blocks: 'http', timeout: sessionTimeout, returns: 'niquests.Response' };

/** The members of requests, but for what concerns the way here. */
const answer: AnswerFact = {
  status: ['raise_for_status', 'status_code', 'ok', 'reason', 'is_redirect', 'is_permanent_redirect', 'next'],
  body: ['json', 'text', 'content', 'iter_content', 'iter_lines', 'iter_raw', 'raw'],
  rest: ['headers', 'url', 'encoding', 'apparent_encoding', 'history', 'cookies', 'elapsed', 'request', 'links', 'close'],
  checkedBy: ['hooks'],
};

export const niquests: Library = {
  module: 'niquests',
  checkedAgainst: 'git 2026-06-26',
  docs: 'https://niquests.readthedocs.io/en/latest/user/advanced.html',
  apis: {
    get: { ...call, asyncTwin: 'niquests.aget' },
    post: { ...call, asyncTwin: 'niquests.apost' },
    put: { ...call, asyncTwin: 'niquests.aput' },
    patch: { ...call, asyncTwin: 'niquests.apatch' },
    delete: { ...call, asyncTwin: 'niquests.adelete' },
    head: { ...call, asyncTwin: 'niquests.ahead' },
    options: { ...call, asyncTwin: 'niquests.aoptions' },
    request: { ...call, asyncTwin: 'niquests.arequest' },
    aget: coroutine,
    apost: coroutine,
    aput: coroutine,
    apatch: coroutine,
    adelete: coroutine,
    ahead: coroutine,
    aoptions: coroutine,
    arequest: coroutine,
    // Has a timeout of its own, other than the session of requests.
    Session: {
      pools: 'http',
      timeout,
      methods: {
        get: verb,
        post: verb,
        put: verb,
        patch: verb,
        delete: verb,
        head: verb,
        options: verb,
        request: { ...verb, timeout: { ...sessionTimeout, position: 8 } },
      },
    },
    AsyncSession: { pools: 'http', methods: {} },
    Response: { answer, methods: { json: {}, raise_for_status: {} } },
  },
};

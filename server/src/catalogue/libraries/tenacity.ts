import type { Api, Library, RetryFact } from '../schema';

/**
 * The arguments and their defaults: tenacity/__init__.py, `BaseRetrying`. It retries `Exception`, at once and without an end.
 * Whatever is no coroutine function is called as a plain one (tenacity/_utils.py, `is_coroutine_callable`).
 */
const policy: RetryFact = {
  limits: [{ keyword: 'stop', position: 1 }],
  whenAbsent: 'forever',
  on: { keyword: 'retry', position: 3, takes: 'strategy', whenAbsent: 'exceptions' },
  wait: { keyword: 'wait', position: 2, takes: 'strategy', whenAbsent: 'none' },
  deadline: { keyword: 'stop', position: 1, takes: 'strategy', whenAbsent: 'forever' },
  hooks: ['before_sleep', 'after', 'before'],
  callsGenerators: true,
};
const retrying: Api = { retry: policy };
/** `copy` takes what the class takes, and keeps the rest. */
const controller: Api = { ...retrying, methods: { copy: { changesRetry: true, returns: 'tenacity.BaseRetrying' }, wraps: {} } };
const types = { keyword: 'exception_types', position: 0 };
const predicate = { keyword: 'predicate', position: 0 };
const seconds = { keyword: 'max_delay', position: 0 };
/** Every second of all that it may wait can be chance: full jitter. */
const randomExponential: Api = { strategy: { waits: 'random', longest: { keyword: 'max', position: 1 } }, methods: {} };

export const tenacity: Library = {
  module: 'tenacity',
  checkedAgainst: '9.1',
  docs: 'https://tenacity.readthedocs.io/en/latest/',
  apis: {
    // Hands its arguments on to `Retrying` or `AsyncRetrying`; one alone that is a function is the function to retry.
    retry: { retry: { ...policy, wrapsFirst: true } },
    BaseRetrying: controller,
    Retrying: { ...retrying, bases: ['tenacity.BaseRetrying'] },
    AsyncRetrying: { retry: { ...policy, isAsync: true }, bases: ['tenacity.BaseRetrying'] },
    // Conditions (tenacity/retry.py). Only those for exception types have a default.
    retry_if_exception_type: { strategy: { retries: 'errors', by: types, whenAbsent: 'builtins.Exception' }, methods: {} },
    retry_if_not_exception_type: { strategy: { retries: 'others', by: types, whenAbsent: 'builtins.Exception' }, methods: {} },
    retry_unless_exception_type: {
      strategy: { retries: 'others', by: types, whenAbsent: 'builtins.Exception', orResults: true },
      methods: {},
    },
    retry_if_exception: { strategy: { retries: 'predicate', by: predicate }, methods: {} },
    retry_if_exception_cause_type: { strategy: { retries: 'causes', by: types, whenAbsent: 'builtins.Exception' }, methods: {} },
    retry_if_exception_message: { strategy: { retries: 'message' }, methods: {} },
    retry_if_not_exception_message: { strategy: { retries: 'message', orResults: true }, methods: {} },
    retry_if_result: { strategy: { retries: 'results', by: predicate }, methods: {} },
    retry_if_not_result: { strategy: { retries: 'results', by: predicate }, methods: {} },
    retry_always: { strategy: { retries: 'always' }, isValue: true },
    retry_never: { strategy: { retries: 'never' }, isValue: true },
    retry_any: { strategy: { joins: 'any' }, methods: {} },
    retry_all: { strategy: { joins: 'all' }, methods: {} },
    // Stops (tenacity/stop.py).
    stop_after_attempt: { strategy: { stops: 'attempts', by: { keyword: 'max_attempt_number', position: 0 } }, methods: {} },
    stop_after_delay: { strategy: { stops: 'time', by: seconds }, methods: {} },
    stop_before_delay: { strategy: { stops: 'time', by: seconds }, methods: {}, since: '9.0' },
    stop_when_event_set: { strategy: { stops: 'event' }, methods: {} },
    stop_never: { strategy: { stops: 'never' }, isValue: true },
    stop_any: { strategy: { joins: 'any' }, methods: {} },
    stop_all: { strategy: { joins: 'all' }, methods: {} },
    // Waits (tenacity/wait.py).
    wait_none: { strategy: { waits: 'none' }, methods: {} },
    wait_fixed: { strategy: { waits: 'fixed', by: { keyword: 'wait', position: 0 } }, methods: {} },
    wait_incrementing: { strategy: { waits: 'growing', longest: { keyword: 'max', position: 2 } }, methods: {} },
    wait_exponential: { strategy: { waits: 'growing', longest: { keyword: 'max', position: 1 } }, methods: {} },
    wait_random: { strategy: { waits: 'random', longest: { keyword: 'max', position: 1 } }, methods: {} },
    wait_random_exponential: randomExponential,
    wait_exponential_jitter: randomExponential,
    wait_exception: { strategy: { waits: 'asked' }, methods: {} },
    wait_chain: { strategy: { joins: 'chain' }, methods: {} },
    wait_combine: { strategy: { joins: 'sum' }, methods: {} },
    // Hooks.
    before_sleep_log: {},
    before_log: {},
    after_log: {},
  },
  aliases: {
    'asyncio.AsyncRetrying': 'AsyncRetrying',
    'asyncio.retry_if_exception': 'retry_if_exception',
    'asyncio.retry_if_result': 'retry_if_result',
    'asyncio.retry_any': 'retry_any',
    'asyncio.retry_all': 'retry_all',
    'retry.retry_if_exception_type': 'retry_if_exception_type',
    'retry.retry_if_not_exception_type': 'retry_if_not_exception_type',
    'retry.retry_unless_exception_type': 'retry_unless_exception_type',
    'retry.retry_if_exception': 'retry_if_exception',
    'retry.retry_if_result': 'retry_if_result',
    'retry.retry_if_not_result': 'retry_if_not_result',
    'retry.retry_any': 'retry_any',
    'retry.retry_all': 'retry_all',
    'stop.stop_never': 'stop_never',
    'stop.stop_any': 'stop_any',
    'stop.stop_all': 'stop_all',
    'stop.stop_after_attempt': 'stop_after_attempt',
    'stop.stop_after_delay': 'stop_after_delay',
    'stop.stop_before_delay': 'stop_before_delay',
    'wait.wait_none': 'wait_none',
    'wait.wait_fixed': 'wait_fixed',
    'wait.wait_incrementing': 'wait_incrementing',
    'wait.wait_exponential': 'wait_exponential',
    'wait.wait_random': 'wait_random',
    'wait.wait_random_exponential': 'wait_random_exponential',
    'wait.wait_exponential_jitter': 'wait_exponential_jitter',
    'wait.wait_chain': 'wait_chain',
    'wait.wait_combine': 'wait_combine',
    wait_full_jitter: 'wait_random_exponential',
  },
  errors: {
    RetryError: { of: ['builtins.Exception'] },
    TryAgain: { of: ['builtins.Exception'], kind: 'transient' },
  },
};

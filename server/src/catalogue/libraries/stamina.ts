import type { Library, RetryFact } from '../schema';

/** 10 attempts and 45 seconds unless told otherwise, growing waits with chance; it logs by itself (stamina/_core.py). */
const policy: RetryFact = {
  limits: [{ keyword: 'attempts' }, { keyword: 'timeout' }],
  whenAbsent: 'bounded',
  jitter: { keyword: 'wait_jitter', whenAbsent: 'random' },
  deadline: { keyword: 'timeout', takes: 'seconds', whenAbsent: 'bounded' },
};
const callerPolicy: RetryFact = {
  ...policy,
  limits: [
    { keyword: 'attempts', position: 0 },
    { keyword: 'timeout', position: 1 },
  ],
};

export const stamina: Library = {
  module: 'stamina',
  checkedAgainst: '26.1',
  docs: 'https://stamina.hynek.me/en/stable/api.html',
  apis: {
    retry: { retry: { ...policy, on: { keyword: 'on', takes: 'classes-or-function' } } },
    retry_context: {
      retry: {
        ...policy,
        limits: [
          { keyword: 'attempts', position: 1 },
          { keyword: 'timeout', position: 2 },
        ],
        on: { keyword: 'on', position: 0, takes: 'classes-or-function' },
      },
    },
    // What they retry on is said when they are called.
    RetryingCaller: { retry: callerPolicy, methods: {} },
    AsyncRetryingCaller: { retry: { ...callerPolicy, isAsync: true }, methods: { __call__: { isAsync: true } } },
  },
};

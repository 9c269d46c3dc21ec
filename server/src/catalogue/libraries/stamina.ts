import type { Library, RetryFact } from '../schema';

/** 10 attempts and 45 seconds unless told otherwise (stamina/_core.py). */
const limits: RetryFact = { limits: [{ keyword: 'attempts' }, { keyword: 'timeout' }], whenAbsent: 'bounded' };
const callerLimits: RetryFact = {
  ...limits,
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
    retry: { retry: limits },
    retry_context: {
      retry: {
        ...limits,
        limits: [
          { keyword: 'attempts', position: 1 },
          { keyword: 'timeout', position: 2 },
        ],
      },
    },
    RetryingCaller: { retry: callerLimits, methods: {} },
    AsyncRetryingCaller: { retry: callerLimits, methods: { __call__: { isAsync: true } } },
  },
};

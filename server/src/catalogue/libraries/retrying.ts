import type { Library, RetryFact } from '../schema';

/**
 * Without any of these it stops never: what `any` says of no stops (retrying.py). How it waits stands in one of eight arguments, and
 * what it retries in one that takes no single class, so nothing is said of either.
 */
const policy: RetryFact = {
  limits: [
    { keyword: 'stop_max_attempt_number', position: 2 },
    { keyword: 'stop_max_delay', position: 3 },
    { keyword: 'stop_func', position: 15 },
    { keyword: 'stop', position: 0 },
  ],
  whenAbsent: 'forever',
  wrapsFirst: true,
};

export const retrying: Library = {
  module: 'retrying',
  checkedAgainst: '1.4',
  docs: 'https://github.com/groodt/retrying#readme',
  apis: { retry: { retry: policy }, Retrying: { retry: policy, methods: {} } },
};

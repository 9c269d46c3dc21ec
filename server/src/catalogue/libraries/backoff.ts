import type { Library, RetryFact } from '../schema';

/**
 * Both limits default to `None`; it waits a random part of each time, and logs by itself (backoff/_decorator.py). It gives up when
 * there are no more times to wait, as `constant` has for a list of them (backoff/_sync.py, backoff/_wait_gen.py). Whatever is no
 * coroutine function is called as a plain one.
 */
const decorator: RetryFact = {
  limits: [{ keyword: 'max_tries' }, { keyword: 'max_time' }, { keyword: 'interval', takes: 'pauses' }],
  whenAbsent: 'forever',
  wait: { keyword: 'wait_gen', position: 0, takes: 'generator', whenAbsent: 'growing' },
  jitter: { keyword: 'jitter', whenAbsent: 'random' },
  deadline: { keyword: 'max_time', takes: 'seconds', whenAbsent: 'forever' },
  callsGenerators: true,
};

export const backoff: Library = {
  module: 'backoff',
  checkedAgainst: '2.2',
  docs: 'https://github.com/litl/backoff#readme',
  apis: {
    on_exception: { retry: { ...decorator, on: { keyword: 'exception', position: 1, takes: 'classes' }, giveUp: 'giveup' } },
    on_predicate: { retry: { ...decorator, on: { keyword: 'predicate', position: 1, takes: 'result' } } },
    // Give times, and wait by themselves for nothing (backoff/_wait_gen.py).
    expo: { strategy: { waits: 'growing' } },
    fibo: { strategy: { waits: 'growing' } },
    constant: { strategy: { waits: 'fixed', by: { keyword: 'interval' } } },
    runtime: { strategy: { waits: 'asked' } },
  },
};

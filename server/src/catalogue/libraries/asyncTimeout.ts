import type { Library, TimeoutFact } from '../schema';

const timeout: TimeoutFact = { parameter: 'delay', position: 0, kind: 'seconds', whenAbsent: 'error', whenNone: 'forever' };

/** The back-port of `asyncio.timeout` for Python 3.10 and older. */
export const asyncTimeout: Library = {
  module: 'async_timeout',
  distribution: 'async-timeout',
  checkedAgainst: '4.0',
  docs: 'https://pypi.org/project/async-timeout/',
  apis: {
    timeout: { timeout, endsWaitOf: 'block' },
    timeout_at: { endsWaitOf: 'block', timeout: { ...timeout, parameter: 'deadline' } },
  },
};

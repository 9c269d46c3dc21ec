import type { Library } from '../schema';

/** All for Unix. Only the last takes a limit, and has to be given one. */
export const signal: Library = {
  module: 'signal',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/signal.html',
  apis: {
    pause: { blocks: 'os-wait' },
    sigwait: { blocks: 'os-wait' },
    sigwaitinfo: { blocks: 'os-wait' },
    sigtimedwait: {
      blocks: 'os-wait',
      timeout: { parameter: 'timeout', position: 1, kind: 'seconds', whenAbsent: 'error', whenNone: 'error' },
    },
  },
};

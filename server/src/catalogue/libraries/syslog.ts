import type { Library } from '../schema';

export const syslog: Library = {
  module: 'syslog',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/syslog.html',
  apis: {
    // A datagram to the daemon, which waits only when its buffer is full.
    syslog: { blocks: 'socket', confidence: 'low' },
  },
};

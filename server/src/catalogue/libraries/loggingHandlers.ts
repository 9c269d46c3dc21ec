import type { Library } from '../schema';

export const loggingHandlers: Library = {
  module: 'logging.handlers',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/logging.handlers.html',
  apis: {
    SMTPHandler: {
      // 5 seconds: what one line of the log can cost.
      timeout: { parameter: 'timeout', position: 6, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
      methods: { emit: { blocks: 'socket' } },
    },
    // A request for each line, without a limit.
    HTTPHandler: { methods: { emit: { blocks: 'http' } } },
    SocketHandler: { methods: { emit: { blocks: 'socket' } } },
    // Datagrams by default, which rarely wait.
    SysLogHandler: { methods: { emit: { blocks: 'socket', confidence: 'low' } } },
    // Waits for the thread that empties the queue.
    QueueListener: { methods: { stop: { blocks: 'lock' }, start: {} } },
  },
};

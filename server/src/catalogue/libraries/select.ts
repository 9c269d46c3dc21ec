import type { Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for descriptors, which are sockets and pipes. */
export const select: Library = {
  module: 'select',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/select.html',
  apis: {
    select: { blocks: 'socket', unless: { position: 3, values: ['0'] }, timeout: { ...unlimitedByDefault, position: 3 } },
    // The class has no name of its own: `poll` gives its instances.
    poll: {
      methods: {
        // In milliseconds; negative is as long as nothing.
        poll: {
          blocks: 'socket',
          unless: { position: 0, values: ['0'] },
          timeout: { ...unlimitedByDefault, kind: 'milliseconds', position: 0 },
        },
        register: {},
        unregister: {},
        modify: {},
      },
    },
    // Linux. In seconds, unlike `poll`.
    epoll: {
      methods: {
        poll: {
          blocks: 'socket',
          unless: { keyword: 'timeout', position: 0, values: ['0'] },
          timeout: { ...unlimitedByDefault, position: 0 },
        },
        register: {},
        unregister: {},
        modify: {},
        close: {},
      },
    },
    // BSD and macOS.
    kqueue: {
      methods: {
        control: { blocks: 'socket', unless: { position: 2, values: ['0'] }, timeout: { ...unlimitedByDefault, position: 2 } },
        close: {},
      },
    },
    // Solaris.
    devpoll: {
      methods: {
        poll: { blocks: 'socket', confidence: 'low', timeout: { ...unlimitedByDefault, kind: 'milliseconds', position: 0 } },
        close: {},
      },
    },
  },
};

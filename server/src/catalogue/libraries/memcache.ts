import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };

/** The constructor does not connect; a server that does not answer counts as gone after 3 seconds. */
export const memcache: Library = {
  module: 'memcache',
  distribution: 'python-memcached',
  checkedAgainst: 'git 2025-04-15',
  docs: 'https://github.com/linsomniac/python-memcached',
  apis: {
    Client: {
      timeout: { parameter: 'socket_timeout', position: 12, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
      pools: 'cache',
      methods: {
        get: call,
        set: call,
        add: call,
        replace: call,
        delete: call,
        get_multi: call,
        set_multi: call,
        incr: call,
        decr: call,
        gets: call,
        cas: call,
        touch: call,
        flush_all: call,
        get_stats: call,
        append: call,
        prepend: call,
        delete_multi: call,
      },
    },
  },
};

import type { Api, Library } from '../schema';

const coroutine: Api = { isAsync: true };

/** Nothing of it takes a timeout. */
export const aiomcache: Library = {
  module: 'aiomcache',
  checkedAgainst: 'git 2026-08-08',
  docs: 'https://github.com/aio-libs/aiomcache',
  apis: {
    Client: {
      pools: 'cache',
      methods: {
        get: coroutine,
        set: coroutine,
        delete: coroutine,
        multi_get: coroutine,
        incr: coroutine,
        decr: coroutine,
        touch: coroutine,
        add: coroutine,
        replace: coroutine,
        append: coroutine,
        prepend: coroutine,
        gets: coroutine,
        cas: coroutine,
        stats: coroutine,
        version: coroutine,
        flush_all: coroutine,
        close: coroutine,
      },
    },
  },
  aliases: { 'client.Client': 'Client' },
};

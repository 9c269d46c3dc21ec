import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

const coroutine: Api = { isAsync: true };

export const aioPika: Library = {
  module: 'aio_pika',
  distribution: 'aio-pika',
  checkedAgainst: 'git 2026-02-21',
  docs: 'https://docs.aio-pika.com/',
  apis: {
    connect: { ...coroutine, returns: 'aio_pika.Connection', timeout: unlimitedByDefault },
    connect_robust: { ...coroutine, returns: 'aio_pika.RobustConnection', timeout: unlimitedByDefault },
    Queue: {
      methods: {
        get: { ...coroutine, timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' } },
        consume: { ...coroutine, timeout: { ...unlimitedByDefault, position: 5 } },
        bind: coroutine,
        unbind: coroutine,
        purge: coroutine,
        delete: coroutine,
        cancel: coroutine,
      },
    },
    Exchange: {
      methods: {
        publish: { ...coroutine, timeout: unlimitedByDefault },
      },
    },
    Channel: {
      methods: {
        declare_queue: { ...coroutine, timeout: unlimitedByDefault, returns: 'aio_pika.Queue' },
        declare_exchange: { ...coroutine, timeout: unlimitedByDefault, returns: 'aio_pika.Exchange' },
        set_qos: { ...coroutine, timeout: { ...unlimitedByDefault, position: 3 } },
        get_queue: { ...coroutine, returns: 'aio_pika.Queue' },
        get_exchange: { ...coroutine, returns: 'aio_pika.Exchange' },
        close: coroutine,
      },
    },
    Connection: {
      methods: {
        channel: { ...coroutine, returns: 'aio_pika.Channel', enters: 'aio_pika.Channel' },
        close: coroutine,
      },
    },
    RobustConnection: { bases: ['aio_pika.Connection'] },
  },
};

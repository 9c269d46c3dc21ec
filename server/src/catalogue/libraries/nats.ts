import type { Api, Library, TimeoutFact } from '../schema';

const limit: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' };
const coroutine: Api = { isAsync: true };

export const nats: Library = {
  module: 'nats',
  distribution: 'nats-py',
  checkedAgainst: '2.15.0',
  docs: 'https://nats-io.github.io/nats.py/modules.html',
  apis: {
    connect: {
      ...coroutine,
      timeout: { parameter: 'connect_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' },
      returns: 'nats.aio.client.Client',
    },
    'aio.client.Client': {
      methods: {
        request: { ...coroutine, timeout: { ...limit, position: 2 } },
        publish: coroutine,
        flush: { ...coroutine, timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' } },
        drain: coroutine,
        subscribe: { ...coroutine, returns: 'nats.aio.subscription.Subscription' },
        connect: coroutine,
        close: coroutine,
        jetstream: { returns: 'nats.js.client.JetStreamContext' },
      },
    },
    'aio.subscription.Subscription': {
      methods: {
        next_msg: { ...coroutine, timeout: { ...limit, position: 0 } },
        unsubscribe: coroutine,
        drain: coroutine,
      },
    },
    'js.client.JetStreamContext': {
      methods: {
        publish: coroutine,
        subscribe: coroutine,
        pull_subscribe: coroutine,
      },
    },
  },
  aliases: { NATS: 'aio.client.Client', 'js.JetStreamContext': 'js.client.JetStreamContext' },
};

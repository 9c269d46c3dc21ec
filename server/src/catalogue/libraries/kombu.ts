import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the broker. */
const call: Api = { blocks: 'socket' };
const local: Api = { blocks: 'socket', confidence: 'low' };

export const kombu: Library = {
  module: 'kombu',
  checkedAgainst: '5.6.2',
  docs: 'https://docs.celeryq.dev/projects/kombu/en/stable/reference/index.html',
  apis: {
    eventloop: { blocks: 'socket', timeout: { ...unlimitedByDefault, position: 2 } },
    // The constructor does not connect.
    Connection: {
      timeout: { parameter: 'connect_timeout', position: 8, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
      methods: {
        connect: call,
        ensure_connection: { ...call, timeout: unlimitedByDefault },
        drain_events: { blocks: 'socket', timeout: unlimitedByDefault },
        channel: call,
        close: local,
        release: local,
        Producer: { returns: 'kombu.Producer' },
        SimpleQueue: { returns: 'kombu.simple.SimpleQueue' },
      },
    },
    Producer: {
      methods: {
        // Sends without an answer, and connects for it where that is needed.
        publish: { ...local, timeout: { ...unlimitedByDefault, position: 16 } },
      },
    },
    Consumer: {
      methods: {
        consume: call,
        __enter__: call,
      },
    },
    Queue: {
      methods: {
        get: call,
        declare: call,
        purge: call,
      },
    },
    'simple.SimpleQueue': {
      methods: {
        // With `block=False` it asks the broker, too.
        get: { ...call, timeout: { ...unlimitedByDefault, position: 1 } },
        put: local,
      },
    },
    'mixins.ConsumerMixin': {
      methods: {
        run: { blocks: 'socket' },
      },
    },
    Exchange: {
      methods: {
        declare: call,
      },
    },
  },
  aliases: {
    'connection.Connection': 'Connection',
    'messaging.Producer': 'Producer',
    'messaging.Consumer': 'Consumer',
    'entity.Queue': 'Queue',
    'entity.Exchange': 'Exchange',
  },
};

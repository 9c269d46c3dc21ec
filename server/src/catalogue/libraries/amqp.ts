import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the broker. */
const call: Api = { blocks: 'socket' };

export const amqp: Library = {
  module: 'amqp',
  checkedAgainst: '5.4.0',
  docs: 'https://docs.celeryq.dev/projects/amqp/en/latest/reference/amqp.connection.html',
  apis: {
    Connection: {
      timeout: { ...unlimitedByDefault, parameter: 'connect_timeout', position: 10 },
      methods: {
        connect: call,
        drain_events: { ...call, timeout: { ...unlimitedByDefault, position: 0 } },
        channel: { ...call, returns: 'amqp.Channel' },
        close: call,
      },
    },
    Channel: {
      methods: {
        // Waits for an answer with `confirm_publish` only.
        basic_publish: { ...call, confidence: 'low' },
        basic_get: call,
        basic_consume: call,
        basic_qos: call,
        queue_declare: call,
        queue_bind: call,
        queue_delete: call,
        exchange_declare: call,
        close: call,
      },
    },
  },
  aliases: { 'connection.Connection': 'Connection', 'channel.Channel': 'Channel' },
};

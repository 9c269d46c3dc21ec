import type { Api, Library } from '../schema';

/** Waits for the broker. */
const call: Api = { blocks: 'socket' };

export const pika: Library = {
  module: 'pika',
  checkedAgainst: 'git 2026-08-21',
  docs: 'https://pika.readthedocs.io/en/stable/modules/adapters/blocking.html',
  apis: {
    BlockingConnection: {
      blocks: 'socket',
      methods: {
        channel: { ...call, returns: 'pika.adapters.blocking_connection.BlockingChannel' },
        process_data_events: {
          blocks: 'socket',
          timeout: { parameter: 'time_limit', position: 0, kind: 'seconds', whenAbsent: 'immediate', whenNone: 'forever' },
          confidence: 'low',
        },
        sleep: { blocks: 'sleep' },
        close: call,
      },
    },
    'adapters.blocking_connection.BlockingChannel': {
      methods: {
        // While the broker holds publishers back, and for the confirmation where it is asked for.
        basic_publish: call,
        basic_get: call,
        start_consuming: { blocks: 'socket' },
        queue_declare: call,
        queue_bind: call,
        queue_delete: call,
        queue_purge: call,
        exchange_declare: call,
        exchange_bind: call,
        basic_qos: call,
        basic_cancel: call,
        confirm_delivery: call,
        basic_consume: call,
        tx_commit: call,
        close: call,
        consume: {
          blocks: 'socket',
          timeout: { parameter: 'inactivity_timeout', position: 4, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
        },
        // Sent, and not answered.
        basic_ack: call,
        basic_nack: call,
        basic_reject: call,
        exchange_delete: call,
        queue_unbind: call,
        stop_consuming: call,
      },
    },
  },
  aliases: {
    'adapters.blocking_connection.BlockingConnection': 'BlockingConnection',
    'adapters.BlockingConnection': 'BlockingConnection',
  },
};

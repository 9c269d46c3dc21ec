import type { Api, Library, TimeoutFact } from '../schema';

const limit: TimeoutFact = { parameter: 'request_timeout_ms', kind: 'milliseconds', whenAbsent: 'bounded', whenNone: 'error' };
const coroutine: Api = { isAsync: true };

export const aiokafka: Library = {
  module: 'aiokafka',
  checkedAgainst: 'git 2026-04-29',
  docs: 'https://aiokafka.readthedocs.io/en/stable/api.html',
  apis: {
    AIOKafkaProducer: {
      timeout: limit,
      methods: {
        start: coroutine,
        stop: coroutine,
        flush: coroutine,
        // Gives a future, which is awaited once more for the delivery.
        send: coroutine,
        send_and_wait: coroutine,
      },
    },
    AIOKafkaConsumer: {
      timeout: limit,
      methods: {
        start: coroutine,
        stop: coroutine,
        commit: coroutine,
        getone: coroutine,
        seek_to_beginning: coroutine,
        position: coroutine,
        committed: coroutine,
        getmany: { ...coroutine, timeout: { parameter: 'timeout_ms', kind: 'milliseconds', whenAbsent: 'immediate', whenNone: 'error' } },
      },
    },
  },
  aliases: {
    'producer.AIOKafkaProducer': 'AIOKafkaProducer',
    'consumer.AIOKafkaConsumer': 'AIOKafkaConsumer',
    'producer.producer.AIOKafkaProducer': 'AIOKafkaProducer',
    'consumer.consumer.AIOKafkaConsumer': 'AIOKafkaConsumer',
  },
};

import type { Api, Library, TimeoutFact } from '../schema';
import { unlimitedByDefault } from '../timeouts';

const limit: TimeoutFact = { parameter: 'timeout_ms', kind: 'milliseconds', whenAbsent: 'bounded', whenNone: 'bounded' };
/** Waits for the brokers. */
const call: Api = { blocks: 'socket' };

export const kafka: Library = {
  module: 'kafka',
  distribution: 'kafka-python',
  checkedAgainst: 'git 2026-08-17',
  docs: 'https://kafka-python.readthedocs.io/en/master/apidoc/modules.html',
  apis: {
    KafkaProducer: {
      blocks: 'socket',
      timeout: { parameter: 'max_block_ms', kind: 'milliseconds', whenAbsent: 'bounded', whenNone: 'error' },
      methods: {
        // May wait for metadata or room in its buffer (`max_block_ms`, 60 seconds); what it gives is not awaitable.
        send: { returns: 'kafka.producer.future.FutureRecordMetadata' },
        flush: { ...call, timeout: { ...unlimitedByDefault, position: 0 } },
        close: { ...call, timeout: { ...unlimitedByDefault, position: 0 } },
        partitions_for: call,
        init_transactions: call,
        commit_transaction: call,
        abort_transaction: call,
      },
    },
    'producer.future.FutureRecordMetadata': {
      methods: {
        get: { ...call, timeout: { ...unlimitedByDefault, position: 0 } },
      },
    },
    KafkaConsumer: {
      blocks: 'socket',
      timeout: { parameter: 'consumer_timeout_ms', kind: 'milliseconds', whenAbsent: 'forever', whenNone: 'error' },
      methods: {
        poll: {
          blocks: 'socket',
          timeout: { parameter: 'timeout_ms', position: 0, kind: 'milliseconds', whenAbsent: 'immediate', whenNone: 'error' },
        },
        __next__: { blocks: 'socket' },
        commit: { ...call, timeout: { ...limit, position: 1 } },
        committed: { ...call, timeout: { ...limit, position: 2 } },
        position: { ...call, timeout: { ...limit, position: 1 } },
        topics: { ...call, timeout: { ...limit, position: 0 } },
        partitions_for_topic: { ...call, timeout: { ...limit, position: 1 } },
        offsets_for_times: { ...call, timeout: { ...limit, position: 1 } },
        beginning_offsets: { ...call, timeout: { ...limit, position: 1 } },
        end_offsets: { ...call, timeout: { ...limit, position: 1 } },
        close: { ...call, timeout: { ...limit, position: 1 } },
      },
    },
    KafkaAdminClient: {
      blocks: 'socket',
      methods: {
        create_topics: call,
        delete_topics: call,
        list_topics: call,
        describe_cluster: call,
        close: call,
      },
    },
  },
  aliases: {
    'producer.KafkaProducer': 'KafkaProducer',
    'consumer.KafkaConsumer': 'KafkaConsumer',
    'admin.KafkaAdminClient': 'KafkaAdminClient',
    'producer.kafka.KafkaProducer': 'KafkaProducer',
    'consumer.group.KafkaConsumer': 'KafkaConsumer',
  },
};

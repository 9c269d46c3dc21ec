import type { Api, Library, TimeoutFact } from '../schema';

/** -1 by default, which is no limit; 0 only looks at what is there. */
const limit: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'error' };
/** Waits for the brokers. */
const call: Api = { blocks: 'socket' };
const local: Api = { blocks: 'socket', confidence: 'low' };

/** What is not here puts into a buffer or gives a `concurrent.futures.Future`: `produce`, `create_topics`. */
export const confluentKafka: Library = {
  module: 'confluent_kafka',
  distribution: 'confluent-kafka',
  checkedAgainst: 'git 2026-06-30',
  docs: 'https://docs.confluent.io/platform/current/clients/confluent-kafka-python/html/index.html',
  apis: {
    Consumer: {
      methods: {
        poll: { ...call, timeout: { ...limit, position: 0 } },
        consume: { ...call, timeout: { ...limit, position: 1 } },
        // Waits with `asynchronous=False` only.
        commit: local,
        close: call,
        list_topics: { ...call, timeout: { ...limit, position: 1 } },
        committed: { ...call, timeout: { ...limit, position: 1 } },
        get_watermark_offsets: { ...call, timeout: { ...limit, position: 1 } },
        offsets_for_times: { ...call, timeout: { ...limit, position: 1 } },
      },
    },
    Producer: {
      methods: {
        poll: { ...call, timeout: { ...limit, position: 0 } },
        flush: { ...call, timeout: { ...limit, position: 0 } },
        list_topics: { ...call, timeout: { ...limit, position: 1 } },
        init_transactions: { ...call, timeout: { ...limit, position: 0 } },
        commit_transaction: { ...call, timeout: { ...limit, position: 0 } },
        abort_transaction: { ...call, timeout: { ...limit, position: 0 } },
      },
    },
    'admin.AdminClient': {
      methods: {
        list_topics: { ...call, timeout: { ...limit, position: 1 } },
      },
    },
  },
};

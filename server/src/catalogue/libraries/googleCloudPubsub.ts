import type { Api, Library, TimeoutFact } from '../schema';

/** 60 seconds, from the service's own configuration. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const call: Api = { blocks: 'http', timeout };
const result: TimeoutFact = { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' };

export const googleCloudPubsub: Library = {
  module: 'google.cloud.pubsub_v1',
  distribution: 'google-cloud-pubsub',
  checkedAgainst: 'git 2026-02-05',
  docs: 'https://cloud.google.com/python/docs/reference/pubsub/latest',
  apis: {
    // Returns at once: messages are sent in batches by a thread.
    'publisher.client.Client': { methods: { publish: { returns: 'google.cloud.pubsub_v1.publisher.futures.Future' } } },
    'publisher.futures.Future': { methods: { result: { blocks: 'http', timeout: result } } },
    'subscriber.client.Client': {
      methods: {
        // Callbacks run in threads, not on the loop.
        subscribe: { returns: 'google.cloud.pubsub_v1.futures.Future' },
        pull: call,
        acknowledge: call,
        modify_ack_deadline: call,
        create_subscription: call,
        get_subscription: call,
        list_subscriptions: call,
        delete_subscription: call,
      },
    },
    // Of a subscription it waits for as long as that lasts.
    'futures.Future': { methods: { result: { blocks: 'lock', timeout: result } } },
  },
  aliases: {
    PublisherClient: 'publisher.client.Client',
    SubscriberClient: 'subscriber.client.Client',
    'subscriber.futures.StreamingPullFuture': 'futures.Future',
  },
};

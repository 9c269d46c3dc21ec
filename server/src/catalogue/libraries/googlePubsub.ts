import type { Api, Library, TimeoutFact } from '../schema';

/** 60 seconds, from the service's own configuration. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const call: Api = { blocks: 'http', timeout };

/** The generated client, which `google.cloud.pubsub_v1` builds on. */
export const googlePubsub: Library = {
  module: 'google.pubsub_v1',
  distribution: 'google-cloud-pubsub',
  checkedAgainst: 'git 2026-02-05',
  docs: 'https://cloud.google.com/python/docs/reference/pubsub/latest',
  apis: {
    'services.subscriber.client.SubscriberClient': {
      methods: {
        pull: call,
        acknowledge: call,
        modify_ack_deadline: call,
        create_subscription: call,
        get_subscription: call,
        list_subscriptions: call,
        delete_subscription: call,
      },
    },
  },
  aliases: { SubscriberClient: 'services.subscriber.client.SubscriberClient' },
};

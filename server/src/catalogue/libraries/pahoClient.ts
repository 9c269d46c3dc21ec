import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the broker. */
const call: Api = { blocks: 'socket' };

export const pahoClient: Library = {
  module: 'paho.mqtt',
  distribution: 'paho-mqtt',
  checkedAgainst: '2.1.0',
  docs: 'https://eclipse.dev/paho/files/paho.mqtt.python/html/client.html',
  apis: {
    'publish.single': call,
    'publish.multiple': call,
    'subscribe.simple': { blocks: 'socket' },
    'subscribe.callback': { blocks: 'socket' },
    'client.Client': {
      methods: {
        connect: call,
        reconnect: call,
        loop_forever: { blocks: 'socket' },
        loop: { ...call, timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' } },
        // Puts the message into a buffer; what it gives waits when it is asked to.
        publish: { returns: 'paho.mqtt.client.MQTTMessageInfo' },
        // Joins the thread that `loop_start` made.
        loop_stop: { blocks: 'lock' },
      },
    },
    'client.MQTTMessageInfo': {
      methods: {
        wait_for_publish: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0 } },
      },
    },
  },
};

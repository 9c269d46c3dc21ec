import type { Api, Library, TimeoutFact } from '../schema';

/** Without it, and without `websocket.setdefaulttimeout`, a wait has no end. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true };
/** Waits for as long as `settimeout` says. */
const wait: Api = { blocks: 'socket' };

export const websocketClient: Library = {
  module: 'websocket',
  distribution: 'websocket-client',
  checkedAgainst: '1.9',
  docs: 'https://websocket-client.readthedocs.io/en/latest/core.html',
  apis: {
    create_connection: { blocks: 'socket', timeout: { ...timeout, position: 1 }, returns: 'websocket.WebSocket' },
    WebSocket: {
      methods: {
        connect: { blocks: 'socket', timeout },
        recv: wait,
        recv_data: wait,
        recv_frame: wait,
        send: wait,
        send_binary: wait,
        ping: wait,
        // 3 seconds.
        close: {
          blocks: 'socket',
          timeout: { parameter: 'timeout', position: 2, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
        },
        settimeout: {},
      },
    },
    // Runs for as long as the connection lives.
    WebSocketApp: { methods: { run_forever: wait } },
    setdefaulttimeout: {},
  },
};

import type { Api, Library, TimeoutFact } from '../schema';

/** 10 seconds for the connection. */
const openTimeout: TimeoutFact = {
  parameter: 'open_timeout',
  kind: 'seconds',
  whenAbsent: 'bounded',
  whenNone: 'forever',
  isNetwork: true,
};
const wait: Api = { blocks: 'socket' };
const coroutine: Api = { isAsync: true };

export const websockets: Library = {
  module: 'websockets',
  checkedAgainst: '16.1',
  docs: 'https://websockets.readthedocs.io/en/stable/reference/sync/client.html',
  apis: {
    'sync.client.connect': { blocks: 'socket', opens: true, timeout: openTimeout, returns: 'websockets.sync.client.ClientConnection' },
    'sync.client.ClientConnection': { bases: ['websockets.sync.connection.Connection'] },
    'sync.connection.Connection': {
      methods: {
        // Waiting for the next message is what it is for, so its wait is none that has to end.
        recv: {
          blocks: 'socket',
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
        },
        recv_streaming: wait,
        send: wait,
        close: wait,
        ping: {},
      },
    },
    'sync.server.serve': { returns: 'websockets.sync.server.Server' },
    'sync.server.Server': { methods: { serve_forever: wait } },
    'asyncio.client.connect': {
      isAsync: true,
      timeout: openTimeout,
      returns: 'websockets.asyncio.client.ClientConnection',
      enters: 'websockets.asyncio.client.ClientConnection',
    },
    'asyncio.client.ClientConnection': { bases: ['websockets.asyncio.connection.Connection'] },
    'asyncio.connection.Connection': {
      methods: { recv: coroutine, send: coroutine, close: coroutine, ping: coroutine, wait_closed: coroutine },
    },
  },
  aliases: { connect: 'asyncio.client.connect' },
};

import type { Api, Library } from '../schema';

const wait: Api = { blocks: 'socket' };

export const ssl: Library = {
  module: 'ssl',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/ssl.html',
  apis: {
    get_server_certificate: {
      blocks: 'socket',
      // The parameter came with 3.10.
      timeout: {
        parameter: 'timeout',
        position: 3,
        kind: 'seconds',
        whenAbsent: 'forever',
        whenNone: 'forever',
        obeysSocketDefault: true,
        isNetwork: true,
      },
    },
    create_default_context: { returns: 'ssl.SSLContext' },
    SSLContext: {
      methods: {
        // Shakes hands at once when the socket is connected already.
        wrap_socket: { blocks: 'socket', returns: 'ssl.SSLSocket' },
      },
    },
    wrap_socket: { blocks: 'socket', returns: 'ssl.SSLSocket', removed: '3.12' },
    SSLSocket: { bases: ['socket.socket'], methods: { do_handshake: wait, read: wait, write: wait, unwrap: wait } },
  },
};

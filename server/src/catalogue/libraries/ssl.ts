import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

const wait: Api = { blocks: 'socket' };

export const ssl: Library = {
  module: 'ssl',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/ssl.html',
  apis: {
    get_server_certificate: {
      blocks: 'socket',
      // The parameter came with 3.10.
      timeout: { ...socketModuleDefault, position: 3 },
    },
    // Reads the system's certificates: some 0.1 s with OpenSSL 3. For a server, which asks nobody for a certificate, none: 0.2 ms (measured).
    create_default_context: {
      blocks: 'file',
      unless: { keyword: 'purpose', position: 0, values: ['ssl.Purpose.CLIENT_AUTH'] },
      returns: 'ssl.SSLContext',
    },
    SSLContext: {
      methods: {
        // Two small files: 1 ms (measured).
        load_cert_chain: { blocks: 'file', confidence: 'low' },
        load_verify_locations: { blocks: 'file' },
        // Shakes hands at once when the socket is connected already.
        wrap_socket: { blocks: 'socket', returns: 'ssl.SSLSocket' },
      },
    },
    wrap_socket: { blocks: 'socket', returns: 'ssl.SSLSocket', removed: '3.12' },
    SSLSocket: { bases: ['socket.socket'], methods: { do_handshake: wait, read: wait, write: wait, unwrap: wait } },
  },
  errors: {
    SSLError: { of: ['builtins.OSError'] },
    SSLCertVerificationError: { of: ['SSLError', 'builtins.ValueError'], kind: 'permanent' },
  },
};

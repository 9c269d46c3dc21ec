import type { Library } from '../schema';

export const socketserver: Library = {
  module: 'socketserver',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/socketserver.html',
  apis: {
    BaseServer: {
      methods: {
        // Until another thread calls `shutdown`; `poll_interval` is no limit.
        serve_forever: { blocks: 'socket' },
        // Waits for a request, at most as long as the attribute `timeout` says, which is `None`.
        handle_request: { blocks: 'socket' },
        // Until `serve_forever` is over: for ever when the same thread runs it.
        shutdown: { blocks: 'lock' },
      },
    },
    TCPServer: { bases: ['socketserver.BaseServer'] },
    UDPServer: { bases: ['socketserver.TCPServer'] },
    ThreadingTCPServer: { bases: ['socketserver.TCPServer'] },
    ThreadingUDPServer: { bases: ['socketserver.UDPServer'] },
  },
};

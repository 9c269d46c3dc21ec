import type { Library } from '../schema';

export const httpServer: Library = {
  module: 'http.server',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/http.server.html',
  apis: {
    HTTPServer: { bases: ['socketserver.TCPServer'] },
    ThreadingHTTPServer: { bases: ['http.server.HTTPServer'] },
  },
};

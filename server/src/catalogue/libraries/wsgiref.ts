import type { Library } from '../schema';

export const wsgiref: Library = {
  module: 'wsgiref',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/wsgiref.html',
  apis: {
    'simple_server.WSGIServer': { bases: ['http.server.HTTPServer'] },
    'simple_server.make_server': { returns: 'wsgiref.simple_server.WSGIServer' },
  },
};

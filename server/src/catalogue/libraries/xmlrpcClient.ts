import type { Library } from '../schema';

/**
 * Nothing here takes a timeout: it is the transport's, and the built-in transport has none. Calls go through attributes
 * made on the fly (`proxy.add(1, 2)`), which no row can name.
 */
export const xmlrpcClient: Library = {
  module: 'xmlrpc.client',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/xmlrpc.client.html',
  apis: {
    ServerProxy: { methods: {} },
    MultiCall: { methods: { __call__: { blocks: 'http' } } },
  },
  aliases: { Server: 'ServerProxy' },
};

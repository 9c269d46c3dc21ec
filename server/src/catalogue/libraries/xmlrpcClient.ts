import type { Library } from '../schema';

/** Nothing here takes a timeout: it is the transport's, and the built-in transport has none. */
export const xmlrpcClient: Library = {
  module: 'xmlrpc.client',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/xmlrpc.client.html',
  apis: {
    // `proxy.add(1, 2)`: whatever the server offers.
    ServerProxy: { methods: { '*': { blocks: 'http' } } },
    MultiCall: { methods: { __call__: { blocks: 'http' } } },
  },
  aliases: { Server: 'ServerProxy' },
};

import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the server, as long as the connection was told with `receive_timeout`. */
const call: Api = { blocks: 'database' };

export const ldap3: Library = {
  module: 'ldap3',
  checkedAgainst: 'git 2025-06-11',
  docs: 'https://ldap3.readthedocs.io/en/latest/connection.html',
  apis: {
    Server: { timeout: { ...unlimitedByDefault, parameter: 'connect_timeout', position: 7 } },
    // Connects when it is made only with `auto_bind`.
    Connection: {
      timeout: { ...unlimitedByDefault, parameter: 'receive_timeout' },
      methods: {
        bind: call,
        rebind: call,
        unbind: call,
        open: call,
        start_tls: call,
        // `time_limit` is the server's.
        search: call,
        add: call,
        delete: call,
        modify: call,
        modify_dn: call,
        compare: call,
        extended: call,
      },
    },
  },
  aliases: { 'core.connection.Connection': 'Connection', 'core.server.Server': 'Server' },
};

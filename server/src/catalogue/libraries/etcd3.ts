import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the server, as long as the client was told with `timeout`. */
const call: Api = { blocks: 'database' };
/** The constructor connects when it is first needed, and asks for a token where a user is given. */
const connection: Api = { timeout: { ...unlimitedByDefault, position: 5 }, pools: 'cache' };

export const etcd3: Library = {
  module: 'etcd3',
  checkedAgainst: 'git 2022-08-17',
  docs: 'https://python-etcd3.readthedocs.io/en/latest/usage.html',
  apis: {
    client: { ...connection, returns: 'etcd3.Etcd3Client' },
    Etcd3Client: {
      ...connection,
      methods: {
        get: call,
        put: call,
        delete: call,
        get_prefix: call,
        get_all: call,
        delete_prefix: call,
        transaction: call,
        replace: call,
        put_if_not_exists: call,
        lease: call,
        status: call,
        compact: call,
        watch_once: { ...call, timeout: { ...unlimitedByDefault, position: 1 } },
        lock: { returns: 'etcd3.Lock' },
      },
    },
    Lock: {
      methods: {
        acquire: {
          blocks: 'lock',
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
        },
        release: call,
        __enter__: { blocks: 'lock' },
      },
    },
  },
  aliases: { 'locks.Lock': 'Lock' },
};

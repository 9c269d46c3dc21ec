import type { Api, Library, TimeoutFact } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Of each command; `connect_timeout` is another, and there is none of either by default. */
const limit: TimeoutFact = { ...unlimitedByDefault, isNetwork: true };
/** Waits for the server. */
const call: Api = { blocks: 'database' };
const commands: Readonly<Record<string, Api>> = {
  get: call,
  set: call,
  add: call,
  replace: call,
  delete: call,
  get_many: call,
  set_many: call,
  incr: call,
  decr: call,
  touch: call,
  cas: call,
  gets: call,
  flush_all: call,
  append: call,
  prepend: call,
  delete_many: call,
};

export const pymemcache: Library = {
  module: 'pymemcache',
  checkedAgainst: 'git 2025-07-09',
  docs: 'https://pymemcache.readthedocs.io/en/latest/apidoc/pymemcache.client.base.html',
  apis: {
    'client.base.Client': {
      timeout: { ...limit, position: 5 },
      pools: 'cache',
      methods: { ...commands, stats: call },
    },
    'client.base.PooledClient': {
      timeout: { ...limit, position: 5 },
      pools: 'cache',
      methods: { ...commands, stats: call },
    },
    'client.hash.HashClient': {
      timeout: { ...limit, position: 6 },
      pools: 'cache',
      methods: commands,
    },
  },
  aliases: { Client: 'client.base.Client', PooledClient: 'client.base.PooledClient', HashClient: 'client.hash.HashClient' },
};

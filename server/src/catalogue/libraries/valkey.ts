import type { Api, Library, TimeoutFact } from '../schema';
import { asyncCommands, commands } from './redis';

/** None on the blocking side, where it is 5 seconds for asyncio (valkey/client.py, valkey/asyncio/client.py). */
const socketTimeout: TimeoutFact = {
  parameter: 'socket_timeout',
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  // With a pool given, the limit is the pool's.
  orElse: ['connection_pool'],
  isNetwork: true,
};
/** How long the server waits for an element. */
const untilElement: TimeoutFact = {
  parameter: 'timeout',
  position: 1,
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  whenZero: 'forever',
};
const command: Api = { blocks: 'database' };
const reply: Api = { isAsync: true };

/** A fork of redis-py 5.0, whose names it keeps as aliases. No constructor connects. */
export const valkey: Library = {
  module: 'valkey',
  checkedAgainst: 'git 2026-07-18',
  docs: 'https://valkey-py.readthedocs.io/en/latest/',
  apis: {
    Valkey: {
      pools: 'cache',
      timeout: { ...socketTimeout, position: 4 },
      asyncTwin: 'valkey.asyncio.Valkey',
      methods: {
        ...commands,
        from_url: { pools: 'cache', timeout: socketTimeout, returns: 'valkey.Valkey' },
        blpop: { ...command, timeout: untilElement },
        brpop: { ...command, timeout: untilElement },
        scan_iter: command,
        publish: command,
        transaction: command,
        pipeline: { returns: 'valkey.client.Pipeline' },
        pubsub: { returns: 'valkey.client.PubSub' },
      },
    },
    ValkeyCluster: { pools: 'cache', asyncTwin: 'valkey.asyncio.ValkeyCluster', methods: commands },
    from_url: { pools: 'cache', timeout: socketTimeout, returns: 'valkey.Valkey' },
    // Commands of a pipeline wait in it for `execute`.
    'client.Pipeline': { asyncTwin: 'valkey.asyncio.client.Pipeline', methods: { execute: command, watch: command } },
    'client.PubSub': {
      asyncTwin: 'valkey.asyncio.client.PubSub',
      methods: { listen: { blocks: 'queue' }, subscribe: command, psubscribe: command, unsubscribe: command },
    },
    'asyncio.Valkey': {
      pools: 'cache',
      methods: {
        ...asyncCommands,
        from_url: { pools: 'cache', returns: 'valkey.asyncio.Valkey' },
        blpop: { isAsync: true, timeout: untilElement },
        brpop: { isAsync: true, timeout: untilElement },
        // An async iterator.
        scan_iter: {},
        publish: reply,
        transaction: reply,
        pipeline: { returns: 'valkey.asyncio.client.Pipeline' },
        pubsub: { returns: 'valkey.asyncio.client.PubSub' },
        aclose: reply,
      },
    },
    'asyncio.ValkeyCluster': { pools: 'cache', methods: asyncCommands },
    'asyncio.from_url': { pools: 'cache', returns: 'valkey.asyncio.Valkey' },
    'asyncio.client.Pipeline': { methods: { execute: reply, watch: reply } },
    'asyncio.client.PubSub': { methods: { get_message: reply, listen: {}, subscribe: reply, psubscribe: reply, unsubscribe: reply } },
  },
  aliases: {
    StrictValkey: 'Valkey',
    Redis: 'Valkey',
    StrictRedis: 'Valkey',
    RedisCluster: 'ValkeyCluster',
    'client.Valkey': 'Valkey',
    'utils.from_url': 'from_url',
    'asyncio.StrictValkey': 'asyncio.Valkey',
    'asyncio.client.Valkey': 'asyncio.Valkey',
  },
};

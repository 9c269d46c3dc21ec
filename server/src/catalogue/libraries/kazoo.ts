import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the server, without an end while the connection is being made again. */
const call: Api = { blocks: 'database' };
/** Gives an object that is not awaitable, whose `get` waits. */
const later: Api = { returns: 'kazoo.interfaces.IAsyncResult' };
/** Asks the server with `blocking=False`, too. */
const acquired: Api = {
  methods: {
    acquire: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 1 } },
    __enter__: { blocks: 'lock' },
    release: call,
  },
};

/** The `timeout` of a client is that of its session, and ends no call. */
export const kazoo: Library = {
  module: 'kazoo',
  checkedAgainst: 'git 2026-05-08',
  docs: 'https://kazoo.readthedocs.io/en/latest/api/client.html',
  apis: {
    'client.KazooClient': {
      methods: {
        // 15 seconds by default.
        start: {
          ...call,
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' },
        },
        stop: call,
        restart: call,
        get: call,
        set: call,
        create: call,
        delete: call,
        exists: call,
        get_children: call,
        ensure_path: call,
        sync: call,
        get_acls: call,
        set_acls: call,
        command: call,
        server_version: call,
        get_async: later,
        set_async: later,
        create_async: later,
        delete_async: later,
        exists_async: later,
        get_children_async: later,
        ensure_path_async: later,
        // Recipes with the client as their first argument.
        Lock: { returns: 'kazoo.recipe.lock.Lock' },
        ReadLock: { returns: 'kazoo.recipe.lock.ReadLock' },
        WriteLock: { returns: 'kazoo.recipe.lock.WriteLock' },
        Semaphore: { returns: 'kazoo.recipe.lock.Semaphore' },
        Barrier: { returns: 'kazoo.recipe.barrier.Barrier' },
        LockingQueue: { returns: 'kazoo.recipe.queue.LockingQueue' },
        Election: { returns: 'kazoo.recipe.election.Election' },
      },
    },
    'interfaces.IAsyncResult': { methods: { get: { ...call, timeout: { ...unlimitedByDefault, position: 1 } } } },
    'recipe.lock.Lock': acquired,
    'recipe.lock.ReadLock': { bases: ['kazoo.recipe.lock.Lock'] },
    'recipe.lock.WriteLock': { bases: ['kazoo.recipe.lock.Lock'] },
    'recipe.lock.Semaphore': acquired,
    'recipe.barrier.Barrier': {
      methods: {
        wait: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0 } },
        create: call,
        remove: call,
      },
    },
    'recipe.queue.LockingQueue': {
      methods: {
        get: { ...call, timeout: { ...unlimitedByDefault, position: 0 } },
        put: call,
        put_all: call,
        consume: call,
        release: call,
      },
    },
    // Until this one is elected, and while it is.
    'recipe.election.Election': { methods: { run: { blocks: 'lock' } } },
  },
};

import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Work in other processes, or in threads for `ThreadPool`. */
const work: Api = { blocks: 'lock' };
const later: Api = { returns: 'multiprocessing.pool.AsyncResult' };
/** The argument is called `block` here, and `blocking` in threading. */
const acquire: Api = {
  blocks: 'lock',
  unless: { keyword: 'block', position: 0, values: ['False'] },
  timeout: { ...unlimitedByDefault, position: 1 },
};
const wait: Api = { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0 } };
/** Through a pipe or a socket, without a limit. */
const message: Api = { blocks: 'socket' };

/** The functions that look like classes are methods of the default context; annotations name them as if they were classes. */
export const multiprocessing: Library = {
  module: 'multiprocessing',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/multiprocessing.html',
  apis: {
    Process: {
      offloads: [1, 'target'],
      methods: {
        // Milliseconds where it forks; a new interpreter (`spawn`; `forkserver`, the default of 3.14) takes some hundred.
        start: { blocks: 'process-start' },
        join: { blocks: 'subprocess', timeout: { ...unlimitedByDefault, position: 0 } },
        run: {},
        terminate: {},
        kill: {},
        close: {},
      },
    },

    // Starts the workers. Leaving a `with` block kills them, and does not wait for their work.
    Pool: { returns: 'multiprocessing.pool.Pool', bases: ['multiprocessing.pool.Pool'] },
    'pool.Pool': {
      methods: {
        apply: { ...work, offloads: [0, 'func'] },
        map: { ...work, offloads: [0, 'func'] },
        starmap: { ...work, offloads: [0, 'func'] },
        apply_async: { ...later, offloads: [0, 'func'] },
        map_async: { ...later, offloads: [0, 'func'] },
        starmap_async: { ...later, offloads: [0, 'func'] },
        // Iterators: their steps wait.
        imap: { returns: 'multiprocessing.pool.IMapIterator', offloads: [0, 'func'] },
        imap_unordered: { returns: 'multiprocessing.pool.IMapIterator', offloads: [0, 'func'] },
        join: work,
        // Waits for its own threads to see that it is over.
        terminate: { blocks: 'lock', confidence: 'low' },
        close: {},
      },
    },
    'pool.ThreadPool': { bases: ['multiprocessing.pool.Pool'] },
    'pool.AsyncResult': {
      methods: {
        get: { ...work, timeout: { ...unlimitedByDefault, position: 0 } },
        wait: { ...work, timeout: { ...unlimitedByDefault, position: 0 } },
        ready: { returns: 'builtins.bool' },
        successful: { returns: 'builtins.bool' },
      },
    },
    'pool.IMapIterator': { methods: { next: { ...work, timeout: { ...unlimitedByDefault, position: 0 } } } },

    Queue: { returns: 'multiprocessing.queues.Queue', bases: ['multiprocessing.queues.Queue'] },
    JoinableQueue: { returns: 'multiprocessing.queues.JoinableQueue', bases: ['multiprocessing.queues.JoinableQueue'] },
    SimpleQueue: { returns: 'multiprocessing.queues.SimpleQueue', bases: ['multiprocessing.queues.SimpleQueue'] },
    'queues.Queue': {
      methods: {
        get: {
          blocks: 'queue',
          unless: { keyword: 'block', position: 0, values: ['False'] },
          timeout: { ...unlimitedByDefault, position: 1 },
        },
        // Waits only when the queue has a size and is full: a thread of its own writes to the pipe.
        put: {
          blocks: 'queue',
          unless: { keyword: 'block', position: 1, values: ['False'] },
          timeout: { ...unlimitedByDefault, position: 2 },
        },
        get_nowait: {},
        put_nowait: {},
        join_thread: { blocks: 'queue' },
      },
    },
    'queues.JoinableQueue': { bases: ['multiprocessing.queues.Queue'], methods: { join: { blocks: 'queue' }, task_done: {} } },
    // Writes to the pipe itself, and neither takes a limit.
    'queues.SimpleQueue': { methods: { get: { blocks: 'queue' }, put: { blocks: 'queue' } } },

    Lock: { returns: 'multiprocessing.synchronize.Lock', bases: ['multiprocessing.synchronize.Lock'] },
    RLock: { returns: 'multiprocessing.synchronize.RLock', bases: ['multiprocessing.synchronize.RLock'] },
    Semaphore: { returns: 'multiprocessing.synchronize.Semaphore', bases: ['multiprocessing.synchronize.Semaphore'] },
    BoundedSemaphore: { returns: 'multiprocessing.synchronize.BoundedSemaphore', bases: ['multiprocessing.synchronize.BoundedSemaphore'] },
    Condition: { returns: 'multiprocessing.synchronize.Condition', bases: ['multiprocessing.synchronize.Condition'] },
    Event: { returns: 'multiprocessing.synchronize.Event', bases: ['multiprocessing.synchronize.Event'] },
    Barrier: { returns: 'multiprocessing.synchronize.Barrier', bases: ['multiprocessing.synchronize.Barrier'] },
    'synchronize.Lock': { methods: { acquire, release: {} } },
    'synchronize.RLock': { methods: { acquire, release: {} } },
    'synchronize.Semaphore': { methods: { acquire, release: {} } },
    'synchronize.BoundedSemaphore': { bases: ['multiprocessing.synchronize.Semaphore'] },
    'synchronize.Condition': {
      methods: { acquire, wait, wait_for: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 1 } }, notify: {}, notify_all: {} },
    },
    'synchronize.Event': { methods: { wait, set: {}, clear: {}, is_set: { returns: 'builtins.bool' } } },
    'synchronize.Barrier': { bases: ['threading.Barrier'] },

    'connection.Connection': {
      methods: {
        recv: message,
        recv_bytes: message,
        recv_bytes_into: message,
        // When the pipe is full.
        send: message,
        send_bytes: message,
        // Does not wait by itself, `poll(None)` for ever.
        poll: { timeout: { ...unlimitedByDefault, position: 0, whenAbsent: 'immediate' } },
        close: {},
      },
    },
    'connection.wait': { ...message, timeout: { ...unlimitedByDefault, position: 1 } },
    'connection.Client': { ...message, returns: 'multiprocessing.connection.Connection' },
    'connection.Listener': { methods: { accept: { ...message, returns: 'multiprocessing.connection.Connection' }, close: {} } },

    // Waits for the server process to say where it listens. Each call of what it gives is a message there and back.
    Manager: { blocks: 'process-start', returns: 'multiprocessing.managers.SyncManager' },
    'managers.BaseManager': {
      methods: {
        start: { blocks: 'process-start' },
        connect: message,
        join: { blocks: 'subprocess', timeout: { ...unlimitedByDefault, position: 0 } },
      },
    },
    'managers.SyncManager': { bases: ['multiprocessing.managers.BaseManager'] },
    'managers.BaseProxy': { methods: { _callmethod: message } },
  },
  aliases: {
    'context.Process': 'Process',
    'pool.ApplyResult': 'pool.AsyncResult',
  },
};

import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** None of them takes a timeout: `asyncio.timeout` or `asyncio.wait_for` round the call sets one. */
const coroutine: Api = { isAsync: true };
/** The loop refers to its tasks weakly: one that nothing else holds may be collected before it is done (docs, `create_task`). */
const task: Api = { returns: 'asyncio.Task', mustKeep: true };
/** They fail, with RuntimeError, where a loop runs already. */
const runsForever: Api = { blocks: 'event-loop' };
const drivesLoop: Api = { blocks: 'event-loop', drives: 'awaitable' };

export const asyncio: Library = {
  module: 'asyncio',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/asyncio.html',
  apis: {
    run: drivesLoop,
    Runner: { since: '3.11', methods: { run: drivesLoop, get_loop: { returns: 'asyncio.AbstractEventLoop' }, close: {} } },
    // Raises RuntimeError where none runs.
    get_running_loop: { asksForLoop: true, returns: 'asyncio.AbstractEventLoop' },
    get_event_loop: { returns: 'asyncio.AbstractEventLoop' },
    new_event_loop: { returns: 'asyncio.AbstractEventLoop' },

    sleep: { ...coroutine, raises: [] },
    create_task: task,
    // https://docs.python.org/3/library/asyncio-future.html#asyncio.ensure_future: what is a future already is returned as is.
    ensure_future: { ...task, takesStarted: true },
    current_task: { returns: 'asyncio.Task' },
    all_tasks: { returns: 'builtins.set' },
    // Keeps its tasks itself.
    TaskGroup: {
      since: '3.11',
      isEnteredAsync: true,
      groupsTasks: { starts: ['create_task'] },
      methods: { create_task: { returns: 'asyncio.Task' } },
    },
    // Not a coroutine function, but the future it gives has to be awaited. Its tasks and the future refer to each other, and nothing
    // else to either of them (CPython 3.13, Lib/asyncio/tasks.py).
    gather: { isAsync: true, isStarted: true, mustKeep: true },
    // The future that it gives refers to the inner task, and nothing refers to the future.
    shield: { isAsync: true, mustKeep: true },
    wait_for: { isAsync: true, endsWaitOf: 'argument', timeout: { ...unlimitedByDefault, position: 1, whenAbsent: 'error' } },
    wait: { isAsync: true, timeout: unlimitedByDefault },
    as_completed: { timeout: unlimitedByDefault },
    timeout: {
      isEnteredAsync: true,
      endsWaitOf: 'block',
      since: '3.11',
      returns: 'asyncio.Timeout',
      timeout: { ...unlimitedByDefault, parameter: 'delay', position: 0, whenAbsent: 'error' },
    },
    timeout_at: {
      isEnteredAsync: true,
      endsWaitOf: 'block',
      since: '3.11',
      returns: 'asyncio.Timeout',
      timeout: { ...unlimitedByDefault, parameter: 'when', position: 0, whenAbsent: 'error' },
    },
    Timeout: { since: '3.11', isEnteredAsync: true, methods: { reschedule: {}, when: {}, expired: {} } },
    to_thread: { isAsync: true, offloads: [0, 'func'], passes: 'arguments' },
    // Gives a future of threads, whose `result` waits.
    run_coroutine_threadsafe: { returns: 'concurrent.futures.Future' },
    wrap_future: { returns: 'asyncio.Future' },

    Future: { methods: { result: {}, exception: {}, cancel: {}, done: { returns: 'builtins.bool' }, add_done_callback: {} } },
    Task: { bases: ['asyncio.Future'], methods: { cancel: {}, uncancel: { since: '3.11' }, cancelling: { since: '3.11' } } },

    Lock: { isMeetingPoint: true, isEnteredAsync: true, methods: { acquire: coroutine, release: {} } },
    Semaphore: { isMeetingPoint: true, isEnteredAsync: true, methods: { acquire: coroutine, release: {} } },
    BoundedSemaphore: { isMeetingPoint: true, isEnteredAsync: true, bases: ['asyncio.Semaphore'] },
    Condition: {
      isMeetingPoint: true,
      isEnteredAsync: true,
      methods: { acquire: coroutine, wait: coroutine, wait_for: coroutine, release: {}, notify: {}, notify_all: {} },
    },
    Event: { isMeetingPoint: true, methods: { wait: { ...coroutine, raises: [] }, set: {}, clear: {} } },
    Barrier: { isMeetingPoint: true, since: '3.11', isEnteredAsync: true, methods: { wait: coroutine } },
    Queue: {
      isMeetingPoint: true,
      holds: { keyword: 'maxsize', position: 0 },
      methods: {
        get: coroutine,
        put: { isAsync: true, puts: 'waits' },
        join: coroutine,
        get_nowait: {},
        put_nowait: { puts: 'raises' },
        task_done: {},
        qsize: { tellsSize: true, returns: 'builtins.int' },
        full: { tellsSize: true, returns: 'builtins.bool' },
        empty: { returns: 'builtins.bool' },
      },
    },
    LifoQueue: { isMeetingPoint: true, bases: ['asyncio.Queue'], holds: { keyword: 'maxsize', position: 0 } },
    PriorityQueue: { isMeetingPoint: true, bases: ['asyncio.Queue'], holds: { keyword: 'maxsize', position: 0 } },

    open_connection: coroutine,
    open_unix_connection: coroutine,
    start_server: { isAsync: true, returns: 'asyncio.Server' },
    start_unix_server: { isAsync: true, returns: 'asyncio.Server' },
    StreamReader: { methods: { read: coroutine, readline: coroutine, readexactly: coroutine, readuntil: coroutine } },
    StreamWriter: {
      methods: { drain: coroutine, wait_closed: coroutine, start_tls: { isAsync: true, since: '3.11' }, write: {}, close: {} },
    },
    Server: { isEnteredAsync: true, methods: { serve_forever: coroutine, wait_closed: coroutine, close: {} } },
    create_subprocess_exec: { isAsync: true, returns: 'asyncio.subprocess.Process' },
    create_subprocess_shell: { isAsync: true, returns: 'asyncio.subprocess.Process' },
    'subprocess.Process': { methods: { wait: coroutine, communicate: coroutine, kill: {}, terminate: {}, send_signal: {} } },

    AbstractEventLoop: {
      methods: {
        run_until_complete: drivesLoop,
        run_forever: runsForever,
        is_running: { asksForLoop: true, returns: 'builtins.bool' },
        create_task: task,
        // A future that has to be awaited.
        run_in_executor: { isAsync: true, isStarted: true, offloads: [1, 'func'], passes: 'positional' },
        call_soon: { returns: 'asyncio.Handle' },
        call_later: { returns: 'asyncio.TimerHandle' },
        call_at: { returns: 'asyncio.TimerHandle' },
        call_soon_threadsafe: { returns: 'asyncio.Handle' },
        sock_recv: coroutine,
        sock_recv_into: coroutine,
        sock_recvfrom: { isAsync: true, since: '3.11' },
        sock_sendall: coroutine,
        sock_sendto: { isAsync: true, since: '3.11' },
        sock_connect: coroutine,
        sock_accept: coroutine,
        sock_sendfile: coroutine,
        getaddrinfo: coroutine,
        getnameinfo: coroutine,
        create_connection: coroutine,
        create_server: { isAsync: true, returns: 'asyncio.Server' },
        create_unix_connection: coroutine,
        create_datagram_endpoint: coroutine,
        start_tls: coroutine,
        sendfile: coroutine,
        connect_read_pipe: coroutine,
        connect_write_pipe: coroutine,
        subprocess_exec: coroutine,
        subprocess_shell: coroutine,
        connect_accepted_socket: coroutine,
        shutdown_asyncgens: coroutine,
        shutdown_default_executor: coroutine,
      },
    },
    Handle: { methods: { cancel: {}, cancelled: { returns: 'builtins.bool' } } },
    TimerHandle: { bases: ['asyncio.Handle'], methods: { when: {} } },
    BaseEventLoop: { bases: ['asyncio.AbstractEventLoop'] },
    SelectorEventLoop: { bases: ['asyncio.AbstractEventLoop'] },
  },
  aliases: {
    'events.AbstractEventLoop': 'AbstractEventLoop',
    'futures.Future': 'Future',
    'locks.Lock': 'Lock',
    'queues.Queue': 'Queue',
    'tasks.Task': 'Task',
    'tasks.create_task': 'create_task',
    'taskgroups.TaskGroup': 'TaskGroup',
    'threads.to_thread': 'to_thread',
  },
  // `TimeoutError` is the built-in one since 3.11, and was a class of its own before.
  errors: {
    CancelledError: { of: ['builtins.BaseException'], kind: 'cancellation', also: ['exceptions.CancelledError'] },
    TimeoutError: { of: ['builtins.TimeoutError'], kind: 'transient', also: ['exceptions.TimeoutError'] },
    IncompleteReadError: { of: ['builtins.EOFError'], also: ['exceptions.IncompleteReadError'] },
    InvalidStateError: { of: ['builtins.Exception'], kind: 'permanent' },
    QueueEmpty: { of: ['builtins.Exception'] },
    QueueFull: { of: ['builtins.Exception'] },
  },
};

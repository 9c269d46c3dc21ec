import type { Api, Library, TimeoutFact } from '../schema';

const coroutine: Api = { isAsync: true };
const deadline: TimeoutFact = { parameter: 'delay', position: 0, kind: 'seconds', whenAbsent: 'error', whenNone: 'forever' };
/** Called in a worker thread, which it holds until the loop has answered; on the loop's thread it raises. */
const fromThread: Api = { blocks: 'lock' };

export const anyio: Library = {
  module: 'anyio',
  checkedAgainst: '4.14',
  docs: 'https://anyio.readthedocs.io/en/stable/api.html',
  apis: {
    // Raises RuntimeError where a loop runs already.
    run: { blocks: 'event-loop', drives: 'function' },
    sleep: { ...coroutine, raises: [] },
    sleep_forever: coroutine,
    // For `with`, not `async with`.
    fail_after: { endsWaitOf: 'block', timeout: deadline, returns: 'anyio.CancelScope' },
    move_on_after: { endsWaitOf: 'block', timeout: deadline, returns: 'anyio.CancelScope' },
    CancelScope: { methods: { cancel: {} } },
    // "Any exceptions raising out of a task groups are now nested inside an ExceptionGroup": version history, 4.0.0.
    create_task_group: { returns: 'anyio.abc.TaskGroup', groupsTasks: { starts: ['start_soon', 'start'], wrapsErrorsSince: '4.0' } },
    'abc.TaskGroup': { isEnteredAsync: true, methods: { start_soon: {}, start: coroutine } },
    'to_thread.run_sync': { isAsync: true, offloads: [0, 'func'], passes: 'positional' },
    'to_process.run_sync': { isAsync: true, offloads: [0, 'func'] },
    'from_thread.run': fromThread,
    'from_thread.run_sync': fromThread,
    // Runs a loop in a thread of its own; for `with`.
    'from_thread.start_blocking_portal': {},
    get_cancelled_exc_class: {},
    open_file: { isAsync: true, returns: 'anyio.AsyncFile' },
    AsyncFile: {
      isEnteredAsync: true,
      methods: {
        read: coroutine,
        readline: coroutine,
        readlines: coroutine,
        write: coroutine,
        writelines: coroutine,
        flush: coroutine,
        aclose: coroutine,
      },
    },
    connect_tcp: coroutine,
    run_process: coroutine,
    open_process: coroutine,
    wait_readable: { isAsync: true, since: '4.7' },
    create_memory_object_stream: {},
    Event: { methods: { wait: coroutine, set: {} } },
    Lock: { isEnteredAsync: true, methods: { acquire: coroutine, release: {} } },
    Semaphore: { isEnteredAsync: true, methods: { acquire: coroutine, release: {} } },
    Path: {
      methods: {
        read_text: { isAsync: true, returns: 'builtins.str' },
        read_bytes: { isAsync: true, returns: 'builtins.bytes' },
        write_text: coroutine,
        write_bytes: coroutine,
        exists: coroutine,
        is_file: coroutine,
        is_dir: coroutine,
        stat: coroutine,
        mkdir: coroutine,
        rmdir: coroutine,
        unlink: coroutine,
        rename: coroutine,
        replace: coroutine,
        resolve: coroutine,
        touch: coroutine,
        chmod: coroutine,
        symlink_to: coroutine,
        hardlink_to: coroutine,
        open: { isAsync: true, returns: 'anyio.AsyncFile' },
      },
    },
  },
};

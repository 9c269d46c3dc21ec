import type { Api, Library, TimeoutFact } from '../schema';

const coroutine: Api = { isAsync: true };
const deadline: TimeoutFact = { parameter: 'seconds', position: 0, kind: 'seconds', whenAbsent: 'error', whenNone: 'error' };

export const trio: Library = {
  module: 'trio',
  checkedAgainst: '0.34',
  docs: 'https://trio.readthedocs.io/en/stable/reference-core.html',
  apis: {
    // Raises RuntimeError where it runs already.
    run: { blocks: 'event-loop', drives: 'function' },
    sleep: { ...coroutine, raises: [] },
    sleep_forever: coroutine,
    // For `with`, not `async with`.
    fail_after: { endsWaitOf: 'block', timeout: deadline },
    move_on_after: { endsWaitOf: 'block', timeout: deadline },
    fail_at: { endsWaitOf: 'block' },
    move_on_at: { endsWaitOf: 'block' },
    'to_thread.run_sync': { isAsync: true, offloads: [0, 'sync_fn'], passes: 'positional' },
    // Called in a worker thread, which it holds until the loop has answered.
    'from_thread.run': { blocks: 'lock' },
    open_file: coroutine,
    open_tcp_stream: coroutine,
    run_process: coroutine,
    // For `async with`. Version history, 0.25: `strict_exception_groups` is true unless it is set.
    open_nursery: { isEnteredAsync: true, groupsTasks: { starts: ['start_soon', 'start'], wrapsErrorsSince: '0.25' } },
    Path: { methods: {} },
  },
  errors: {
    Cancelled: { of: ['builtins.BaseException'], kind: 'cancellation' },
    TooSlowError: { of: ['builtins.Exception'], kind: 'transient' },
  },
};

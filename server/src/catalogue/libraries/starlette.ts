import type { Library } from '../schema';

export const starlette: Library = {
  module: 'starlette',
  checkedAgainst: '0.47',
  docs: 'https://www.starlette.io/threadpool/',
  apis: {
    'applications.Starlette': { methods: {} },
    'routing.Router': { methods: {} },
    // anyio's threads, 40 at a time.
    'concurrency.run_in_threadpool': { isAsync: true, offloads: [0, 'func'], passes: 'arguments' },
    // Takes an iterator, of which each step runs in a thread.
    'concurrency.iterate_in_threadpool': {},
    // A function that is no coroutine function runs in a thread (starlette/background.py).
    'background.BackgroundTask': { offloads: [0, 'func'], passes: 'arguments', methods: {} },
    'background.BackgroundTasks': { methods: { add_task: { offloads: [0, 'func'], passes: 'arguments' } } },
    'requests.Request': {
      methods: {
        body: { isAsync: true, returns: 'builtins.bytes' },
        json: { isAsync: true },
        form: { isAsync: true },
        is_disconnected: { isAsync: true },
      },
    },
    'websockets.WebSocket': {
      methods: {
        accept: { isAsync: true },
        receive: { isAsync: true },
        receive_text: { isAsync: true },
        receive_bytes: { isAsync: true },
        receive_json: { isAsync: true },
        send: { isAsync: true },
        send_text: { isAsync: true },
        send_bytes: { isAsync: true },
        send_json: { isAsync: true },
        close: { isAsync: true },
      },
    },
  },
};

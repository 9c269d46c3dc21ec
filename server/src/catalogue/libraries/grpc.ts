import type { Api, Library, TimeoutFact } from '../schema';

/** gRPC has no deadline by default. */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  position: 1,
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  isNetwork: true,
};
const call: Api = { blocks: 'http', timeout };
/** Returns at once; the result waits. */
const start: Api = { returns: 'grpc.Future', timeout };
const wait: Api = { blocks: 'http', timeout: { ...timeout, position: 0 } };
const coroutine: Api = { isAsync: true };

/** The methods of generated stubs are such callables, but their types are not known without the generated code. */
export const grpc: Library = {
  module: 'grpc',
  distribution: 'grpcio',
  checkedAgainst: '1.84',
  docs: 'https://grpc.github.io/grpc/python/grpc.html',
  apis: {
    // Channels connect in the background.
    insecure_channel: { returns: 'grpc.Channel', asyncTwin: 'grpc.aio.insecure_channel' },
    intercept_channel: { returns: 'grpc.Channel' },
    secure_channel: { returns: 'grpc.Channel', asyncTwin: 'grpc.aio.secure_channel' },
    Channel: { methods: { close: {} } },
    server: { returns: 'grpc.Server', asyncTwin: 'grpc.aio.server' },
    Server: {
      methods: {
        start: {},
        // Gives a threading.Event, on which `wait` waits.
        stop: { returns: 'threading.Event' },
        wait_for_termination: {
          blocks: 'lock',
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
        },
      },
    },
    UnaryUnaryMultiCallable: { methods: { __call__: call, with_call: call, future: start } },
    StreamUnaryMultiCallable: { methods: { __call__: call, with_call: call, future: start } },
    // These give iterators, whose steps wait.
    UnaryStreamMultiCallable: { methods: { __call__: { timeout } } },
    StreamStreamMultiCallable: { methods: { __call__: { timeout } } },
    Future: { methods: { result: wait, exception: wait, traceback: wait } },
    channel_ready_future: { returns: 'grpc.Future' },
    'aio.insecure_channel': { returns: 'grpc.aio.Channel' },
    'aio.secure_channel': { returns: 'grpc.aio.Channel' },
    'aio.server': { returns: 'grpc.aio.Server' },
    'aio.Channel': { isEnteredAsync: true, methods: { channel_ready: coroutine, close: coroutine } },
    'aio.Server': { methods: { start: coroutine, stop: coroutine, wait_for_termination: coroutine } },
    'aio.UnaryUnaryMultiCallable': {
      methods: {
        __call__: {
          // The call is a task of its own.
          isAsync: true,
          isStarted: true,
          timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true },
        },
      },
    },
  },
};

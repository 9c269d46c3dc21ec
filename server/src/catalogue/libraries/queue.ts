import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

const get: Api = {
  blocks: 'queue',
  unless: { keyword: 'block', position: 0, values: ['False'] },
  timeout: { ...unlimitedByDefault, position: 1 },
};

const holds = { keyword: 'maxsize', position: 0 };

export const queue: Library = {
  module: 'queue',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/queue.html',
  apis: {
    Queue: {
      isMeetingPoint: true,
      holds,
      asyncTwin: 'asyncio.Queue',
      methods: {
        get,
        // Waits only when the queue has a size and is full.
        put: {
          blocks: 'queue',
          puts: 'waits',
          unless: { keyword: 'block', position: 1, values: ['False'] },
          timeout: { ...unlimitedByDefault, position: 2 },
        },
        join: { blocks: 'queue' },
        get_nowait: {},
        put_nowait: { puts: 'raises' },
        qsize: { tellsSize: true, returns: 'builtins.int' },
        full: { tellsSize: true, returns: 'builtins.bool' },
        empty: { returns: 'builtins.bool' },
      },
    },
    LifoQueue: { isMeetingPoint: true, holds, bases: ['queue.Queue'], asyncTwin: 'asyncio.LifoQueue' },
    PriorityQueue: { isMeetingPoint: true, holds, bases: ['queue.Queue'], asyncTwin: 'asyncio.PriorityQueue' },
    // Without a size, so that `put` never waits.
    SimpleQueue: { isMeetingPoint: true, methods: { get, put: {}, get_nowait: {}, put_nowait: {} } },
  },
};

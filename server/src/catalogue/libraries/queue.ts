import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

const get: Api = {
  blocks: 'queue',
  unless: { keyword: 'block', position: 0, values: ['False'] },
  timeout: { ...unlimitedByDefault, position: 1 },
};

export const queue: Library = {
  module: 'queue',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/queue.html',
  apis: {
    Queue: {
      asyncTwin: 'asyncio.Queue',
      methods: {
        get,
        // Waits only when the queue has a size and is full.
        put: {
          blocks: 'queue',
          unless: { keyword: 'block', position: 1, values: ['False'] },
          timeout: { ...unlimitedByDefault, position: 2 },
        },
        join: { blocks: 'queue' },
        get_nowait: {},
        put_nowait: {},
      },
    },
    LifoQueue: { bases: ['queue.Queue'], asyncTwin: 'asyncio.LifoQueue' },
    PriorityQueue: { bases: ['queue.Queue'], asyncTwin: 'asyncio.PriorityQueue' },
    // Without a size, so that `put` never waits.
    SimpleQueue: { methods: { get, put: {}, get_nowait: {}, put_nowait: {} } },
  },
};

import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

const acquire: Api = {
  blocks: 'lock',
  unless: { keyword: 'blocking', position: 0, values: ['False'] },
  timeout: { ...unlimitedByDefault, position: 1 },
};
/** Their default is -1; `None` is a TypeError. */
const acquireLock: Api = { ...acquire, timeout: { ...unlimitedByDefault, position: 1, whenNone: 'error' } };
const wait: Api = { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0 } };

/** A `with` block on a lock that holds no `await` is accepted practice, so `__enter__` has no row. */
export const threading: Library = {
  module: 'threading',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/threading.html',
  apis: {
    Lock: { isMeetingPoint: true, asyncTwin: 'asyncio.Lock', methods: { acquire: acquireLock } },
    // asyncio has no lock that its owner may take twice.
    RLock: { isMeetingPoint: true, methods: { acquire: acquireLock } },
    Semaphore: { isMeetingPoint: true, asyncTwin: 'asyncio.Semaphore', methods: { acquire } },
    BoundedSemaphore: { isMeetingPoint: true, bases: ['threading.Semaphore'], asyncTwin: 'asyncio.BoundedSemaphore' },
    Condition: {
      isMeetingPoint: true,
      asyncTwin: 'asyncio.Condition',
      methods: { acquire, wait, wait_for: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 1 } } },
    },
    Event: { isMeetingPoint: true, asyncTwin: 'asyncio.Event', methods: { wait } },
    Barrier: {
      isMeetingPoint: true,
      timeout: { ...unlimitedByDefault, position: 2 },
      methods: { wait: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0, whenAbsent: 'inherits', whenNone: 'inherits' } } },
    },
    Thread: { offloads: [1, 'target'], methods: { join: wait, start: {} } },
    Timer: { offloads: [1, 'function'], bases: ['threading.Thread'] },
  },
};

import type { Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

export const concurrentFutures: Library = {
  module: 'concurrent.futures',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/concurrent.futures.html',
  apis: {
    wait: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 1 } },
    // An iterator: its steps wait.
    as_completed: { blocks: 'lock', opens: true, timeout: { ...unlimitedByDefault, position: 1 } },
    Future: {
      methods: {
        result: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0 } },
        exception: { blocks: 'lock', timeout: { ...unlimitedByDefault, position: 0 } },
        done: { settles: true },
      },
    },
    Executor: {
      methods: {
        submit: { returns: 'concurrent.futures.Future', offloads: [0], passes: 'arguments' },
        // Starts everything and gives an iterator, whose steps wait.
        map: { blocks: 'lock', opens: true, timeout: unlimitedByDefault, offloads: [0] },
        // Leaving a `with` block waits for all that is submitted.
        __exit__: { blocks: 'lock' },
        shutdown: { blocks: 'lock', unless: { keyword: 'wait', position: 0, values: ['False'] } },
      },
    },
    ThreadPoolExecutor: { runsIn: 'threads', bases: ['concurrent.futures.Executor'] },
    ProcessPoolExecutor: { runsIn: 'processes', bases: ['concurrent.futures.Executor'] },
    InterpreterPoolExecutor: { since: '3.14', runsIn: 'interpreters', bases: ['concurrent.futures.ThreadPoolExecutor'] },
  },
  aliases: {
    '_base.Future': 'Future',
    '_base.Executor': 'Executor',
    'thread.ThreadPoolExecutor': 'ThreadPoolExecutor',
    'process.ProcessPoolExecutor': 'ProcessPoolExecutor',
  },
};

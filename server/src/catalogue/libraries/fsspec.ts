import type { Library } from '../schema';

export const fsspec: Library = {
  module: 'fsspec',
  checkedAgainst: '2026.9',
  docs: 'https://filesystem-spec.readthedocs.io/en/latest/async.html',
  apis: {
    // Opens when it is entered, and then reads from the disk or over the network.
    open: { blocks: 'file', opens: true },
    filesystem: {},
    // Runs a coroutine on a loop of another thread, and waits for it.
    'asyn.sync': { blocks: 'http' },
  },
};

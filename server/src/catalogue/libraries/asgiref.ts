import type { Library } from '../schema';

export const asgiref: Library = {
  module: 'asgiref',
  checkedAgainst: '3.12',
  docs: 'https://docs.djangoproject.com/en/stable/topics/async/#async-adapter-functions',
  apis: {
    // As a call or as a decorator. All calls share one thread unless `thread_sensitive=False`.
    'sync.sync_to_async': { offloads: [0, 'func'] },
    // The function that it gives raises RuntimeError on a thread with a running loop (asgiref/sync.py, AsyncToSync.__call__).
    'sync.async_to_sync': { returns: 'asgiref.sync.AsyncToSync' },
    'sync.AsyncToSync': { methods: { __call__: { blocks: 'event-loop', drives: 'wrapped' } } },
  },
};

import type { Library } from '../schema';

/** Source: uvloop/__init__.py. */
export const uvloop: Library = {
  module: 'uvloop',
  checkedAgainst: 'git 0582f94',
  docs: 'https://uvloop.readthedocs.io/',
  apis: {
    // Raises RuntimeError where a loop runs already.
    run: { blocks: 'event-loop', drives: 'awaitable', since: '0.18' },
    new_event_loop: { returns: 'uvloop.Loop' },
    Loop: { bases: ['asyncio.AbstractEventLoop'] },
  },
};

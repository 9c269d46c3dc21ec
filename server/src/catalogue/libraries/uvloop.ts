import type { Library } from '../schema';

export const uvloop: Library = {
  module: 'uvloop',
  checkedAgainst: '0.23',
  docs: 'https://github.com/MagicStack/uvloop',
  apis: {
    run: { blocks: 'event-loop', drives: 'awaitable', since: '0.18' },
    // Sets a policy; `run` is the way since 0.18.
    install: {},
    new_event_loop: { returns: 'uvloop.Loop' },
    Loop: { methods: {} },
  },
};

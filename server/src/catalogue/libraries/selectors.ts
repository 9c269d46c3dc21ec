import type { Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Which of the classes there are depends on the system. */
export const selectors: Library = {
  module: 'selectors',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/selectors.html',
  apis: {
    BaseSelector: {
      methods: {
        // Zero and less only look.
        select: {
          blocks: 'socket',
          unless: { keyword: 'timeout', position: 0, values: ['0'] },
          timeout: { ...unlimitedByDefault, position: 0 },
        },
        register: {},
        unregister: {},
        modify: {},
        close: {},
      },
    },
    DefaultSelector: { bases: ['selectors.BaseSelector'] },
    SelectSelector: { bases: ['selectors.BaseSelector'] },
    PollSelector: { bases: ['selectors.BaseSelector'] },
    EpollSelector: { bases: ['selectors.BaseSelector'] },
    KqueueSelector: { bases: ['selectors.BaseSelector'] },
  },
};

import type { Library } from '../schema';

export const sched: Library = {
  module: 'sched',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/sched.html',
  apis: {
    scheduler: {
      methods: {
        run: { blocks: 'sleep', unless: { keyword: 'blocking', position: 0, values: ['False'] } },
        enter: {},
        enterabs: {},
        cancel: {},
      },
    },
  },
};

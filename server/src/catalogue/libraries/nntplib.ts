import type { Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

/** The constructor connects. */
export const nntplib: Library = {
  module: 'nntplib',
  checkedAgainst: '3.12',
  docs: 'https://docs.python.org/3.12/library/nntplib.html',
  apis: {
    NNTP: { blocks: 'socket', removed: '3.13', timeout: { ...socketModuleDefault, position: 6 }, methods: {} },
  },
};

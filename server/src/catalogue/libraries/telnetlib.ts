import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

const wait: Api = { blocks: 'socket' };

export const telnetlib: Library = {
  module: 'telnetlib',
  checkedAgainst: '3.12',
  docs: 'https://docs.python.org/3.12/library/telnetlib.html',
  apis: {
    // Connects when it is given a host.
    Telnet: {
      blocks: 'socket',
      removed: '3.13',
      timeout: { ...socketModuleDefault, position: 2 },
      methods: {
        open: { ...wait, timeout: { ...socketModuleDefault, position: 2 } },
        read_until: { ...wait, timeout: { ...socketModuleDefault, position: 1 } },
        expect: { ...wait, timeout: { ...socketModuleDefault, position: 1 } },
        read_all: wait,
        read_some: wait,
        write: wait,
        interact: wait,
        mt_interact: wait,
      },
    },
  },
};

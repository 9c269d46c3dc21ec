import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

const command: Api = { blocks: 'socket' };

/** The constructors connect. */
export const poplib: Library = {
  module: 'poplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/poplib.html',
  apis: {
    POP3: {
      blocks: 'socket',
      timeout: { ...socketModuleDefault, position: 2 },
      methods: {
        user: command,
        pass_: command,
        stat: command,
        list: command,
        retr: command,
        dele: command,
        noop: command,
        quit: command,
        top: command,
        uidl: command,
        stls: command,
        apop: command,
      },
    },
    // By keyword only since 3.12.
    POP3_SSL: { blocks: 'socket', bases: ['poplib.POP3'], timeout: { ...socketModuleDefault, olderPosition: 4 } },
  },
};

import type { Api, Library } from '../schema';
import { socketModuleDefault, unlimitedByDefault } from '../timeouts';

const command: Api = { blocks: 'socket' };

/** The constructors connect. */
export const imaplib: Library = {
  module: 'imaplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/imaplib.html',
  apis: {
    IMAP4: {
      blocks: 'socket',
      timeout: { ...socketModuleDefault, position: 2 },
      methods: {
        login: command,
        logout: command,
        select: command,
        search: command,
        fetch: command,
        store: command,
        append: command,
        copy: command,
        delete: command,
        create: command,
        list: command,
        lsub: command,
        status: command,
        uid: command,
        expunge: command,
        noop: command,
        starttls: command,
        close: command,
        authenticate: command,
        rename: command,
        // Its steps wait for what the server has to say, without an end unless a duration is given.
        idle: { ...command, since: '3.14', timeout: { ...unlimitedByDefault, parameter: 'duration', position: 0 } },
      },
    },
    // By keyword only since 3.12.
    IMAP4_SSL: { blocks: 'socket', bases: ['imaplib.IMAP4'], timeout: { ...socketModuleDefault, olderPosition: 5 } },
  },
};

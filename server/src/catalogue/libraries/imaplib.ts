import type { Api, Library, TimeoutFact } from '../schema';

/** Holds for the connection and for every command on it. */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  obeysSocketDefault: true,
  isNetwork: true,
};
const command: Api = { blocks: 'socket' };

/** The constructors connect. */
export const imaplib: Library = {
  module: 'imaplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/imaplib.html',
  apis: {
    IMAP4: {
      blocks: 'socket',
      timeout: { ...timeout, position: 2 },
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
      },
    },
    // By keyword only since 3.12.
    IMAP4_SSL: { blocks: 'socket', bases: ['imaplib.IMAP4'], timeout: { ...timeout, olderPosition: 5 } },
  },
};

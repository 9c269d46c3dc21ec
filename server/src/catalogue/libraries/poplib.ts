import type { Api, Library, TimeoutFact } from '../schema';

/** Holds for the connection and for every command on it; without it the socket module's default holds, which is no limit. */
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
export const poplib: Library = {
  module: 'poplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/poplib.html',
  apis: {
    POP3: {
      blocks: 'socket',
      timeout: { ...timeout, position: 2 },
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
    POP3_SSL: { blocks: 'socket', bases: ['poplib.POP3'], timeout: { ...timeout, olderPosition: 4 } },
  },
};

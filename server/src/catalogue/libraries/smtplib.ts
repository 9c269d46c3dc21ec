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

/** The constructors connect when they are given a host. */
export const smtplib: Library = {
  module: 'smtplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/smtplib.html',
  apis: {
    SMTP: {
      blocks: 'socket',
      timeout: { ...timeout, position: 3 },
      methods: {
        connect: command,
        login: command,
        sendmail: command,
        send_message: command,
        starttls: command,
        ehlo: command,
        helo: command,
        quit: command,
        noop: command,
        verify: command,
        expn: command,
        docmd: command,
        data: command,
        mail: command,
        rcpt: command,
        rset: command,
        auth: command,
      },
    },
    // `timeout` is given by keyword only since 3.12.
    SMTP_SSL: { blocks: 'socket', bases: ['smtplib.SMTP'], timeout: { ...timeout, olderPosition: 5 } },
    LMTP: { blocks: 'socket', bases: ['smtplib.SMTP'], timeout: { ...timeout, position: 4 } },
  },
};

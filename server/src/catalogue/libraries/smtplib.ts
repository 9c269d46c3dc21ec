import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

const command: Api = { blocks: 'socket' };

/** The constructors connect when they are given a host. */
export const smtplib: Library = {
  module: 'smtplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/smtplib.html',
  apis: {
    SMTP: {
      blocks: 'socket',
      timeout: { ...socketModuleDefault, position: 3 },
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
    SMTP_SSL: { blocks: 'socket', bases: ['smtplib.SMTP'], timeout: { ...socketModuleDefault, olderPosition: 5 } },
    LMTP: { blocks: 'socket', bases: ['smtplib.SMTP'], timeout: { ...socketModuleDefault, position: 4 } },
  },
};

import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

const command: Api = { blocks: 'socket' };

/** The constructors connect when they are given a host. */
export const ftplib: Library = {
  module: 'ftplib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/ftplib.html',
  apis: {
    FTP: {
      blocks: 'socket',
      timeout: { ...socketModuleDefault, position: 4 },
      methods: {
        connect: { ...command, timeout: { ...socketModuleDefault, position: 2, whenAbsent: 'inherits' } },
        login: command,
        cwd: command,
        dir: command,
        nlst: command,
        mlsd: command,
        retrbinary: command,
        retrlines: command,
        storbinary: command,
        storlines: command,
        transfercmd: command,
        ntransfercmd: command,
        delete: command,
        rename: command,
        mkd: command,
        rmd: command,
        size: command,
        pwd: command,
        quit: command,
        sendcmd: command,
        voidcmd: command,
        abort: command,
      },
    },
    // By keyword only since 3.12.
    FTP_TLS: { blocks: 'socket', bases: ['ftplib.FTP'], timeout: { ...socketModuleDefault, olderPosition: 7 } },
  },
};

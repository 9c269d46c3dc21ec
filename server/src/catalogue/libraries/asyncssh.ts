import type { Library } from '../schema';

export const asyncssh: Library = {
  module: 'asyncssh',
  checkedAgainst: 'git 2026-06-27',
  docs: 'https://asyncssh.readthedocs.io/en/stable/api.html',
  apis: {
    connect: {
      isAsync: true,
      returns: 'asyncssh.SSHClientConnection',
      enters: 'asyncssh.SSHClientConnection',
      timeout: { parameter: 'connect_timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
    },
    SSHClientConnection: {
      methods: {
        run: { isAsync: true, timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' } },
      },
    },
  },
};

import type { Api, Library } from '../schema';

const remote: Api = { blocks: 'socket' };

export const fabric: Library = {
  module: 'fabric',
  checkedAgainst: 'git 2025-07-20',
  docs: 'https://docs.fabfile.org/en/latest/api/connection.html',
  apis: {
    // Connects at the first command.
    Connection: {
      timeout: { parameter: 'connect_timeout', position: 6, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
      methods: { run: remote, sudo: remote, open: remote, put: remote, get: remote, local: { blocks: 'subprocess' } },
    },
  },
  aliases: { 'connection.Connection': 'Connection' },
};

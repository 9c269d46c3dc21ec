import type { Api, Library, TimeoutFact } from '../schema';

const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true };
/** Waits for as long as the channel's `settimeout` says. */
const wait: Api = { blocks: 'socket' };

export const paramiko: Library = {
  module: 'paramiko',
  checkedAgainst: '5.0',
  docs: 'https://docs.paramiko.org/en/stable/api/client.html',
  apis: {
    SSHClient: {
      methods: {
        // The banner, the authentication and channels have limits of their own.
        connect: { blocks: 'socket', timeout: { ...timeout, position: 6 } },
        // Gives three files, whose reading goes on to wait; the timeout bounds that too.
        exec_command: {
          blocks: 'socket',
          opens: true,
          timeout: { parameter: 'timeout', position: 2, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
        },
        open_sftp: { blocks: 'socket', opens: true, returns: 'paramiko.SFTPClient' },
        invoke_shell: { blocks: 'socket', opens: true, returns: 'paramiko.Channel' },
        close: {},
      },
    },
    SFTPClient: {
      methods: {
        get: wait,
        put: wait,
        getfo: wait,
        putfo: wait,
        listdir: wait,
        listdir_attr: wait,
        listdir_iter: wait,
        open: { ...wait, opens: true },
        stat: wait,
        remove: wait,
        rename: wait,
        mkdir: wait,
        rmdir: wait,
        truncate: wait,
        chmod: wait,
        posix_rename: wait,
      },
    },
    Channel: {
      methods: {
        recv: wait,
        recv_stderr: wait,
        send: wait,
        sendall: wait,
        // Waits without an end, whatever `settimeout` says.
        recv_exit_status: wait,
        settimeout: {},
      },
    },
    // Connects when it is made of a host and a port.
    Transport: {
      blocks: 'socket',
      methods: {
        connect: wait,
        start_client: { blocks: 'socket', timeout: { ...timeout, position: 1 } },
        // 3600 seconds, by the transport's own setting.
        open_session: { blocks: 'socket', timeout: { ...timeout, position: 2, whenAbsent: 'bounded', whenNone: 'bounded' } },
      },
    },
    RSAKey: { methods: { generate: { blocks: 'cpu', returns: 'paramiko.RSAKey' } } },
  },
  aliases: {
    'client.SSHClient': 'SSHClient',
    'sftp_client.SFTPClient': 'SFTPClient',
    'channel.Channel': 'Channel',
    'transport.Transport': 'Transport',
    'rsakey.RSAKey': 'RSAKey',
  },
};

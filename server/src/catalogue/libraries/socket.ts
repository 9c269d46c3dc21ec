import type { Api, Library } from '../schema';
import { socketModuleDefault } from '../timeouts';

/**
 * Waits in the socket's blocking mode, which is the one it begins with; not after `setblocking(False)` or
 * `settimeout(0)`. The limit is set on the socket, and no call takes one.
 */
const wait: Api = { blocks: 'socket' };
/** Name servers are asked by the C library, for which the resolver's settings and no argument set a limit. */
const resolve: Api = { blocks: 'socket' };
const smallFile: Api = { blocks: 'file', confidence: 'low' };

export const socket: Library = {
  module: 'socket',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/socket.html',
  apis: {
    create_connection: {
      blocks: 'socket',
      returns: 'socket.socket',
      // Does not bound the look-up of the host's name, which it does too.
      timeout: { ...socketModuleDefault, position: 1 },
    },
    create_server: { returns: 'socket.socket' },
    setdefaulttimeout: { sets: 'socket-default' },
    getaddrinfo: resolve,
    // Writes the address down as numbers, and asks nobody for its name.
    getnameinfo: { ...resolve, unless: { position: 1, values: ['socket.NI_NUMERICHOST'] } },
    gethostbyname: resolve,
    gethostbyname_ex: resolve,
    gethostbyaddr: resolve,
    getfqdn: resolve,
    // Read a small file, unless the system is set up to ask elsewhere.
    getservbyname: smallFile,
    getservbyport: smallFile,
    getprotobyname: smallFile,
    socket: {
      // Datagrams are handed to the system, and `connect` only notes where to; that `recv` waits all the same is left out.
      unless: { keyword: 'type', position: 1, values: ['socket.SOCK_DGRAM', 'socket.SOCK_RAW', 'socket.SOCK_NONBLOCK'] },
      methods: {
        connect: wait,
        connect_ex: wait,
        accept: wait,
        recv: wait,
        recv_into: wait,
        recvfrom: wait,
        recvfrom_into: wait,
        recvmsg: wait,
        recvmsg_into: wait,
        send: wait,
        sendall: wait,
        sendto: wait,
        sendmsg: wait,
        sendfile: wait,
        makefile: {},
        setblocking: { settles: { position: 0, values: ['False', '0'] } },
        settimeout: { settles: { position: 0, values: ['0', '0.0'] } },
      },
    },
  },
  errors: {
    // The built-in `TimeoutError` since 3.10, an `OSError` of its own before.
    timeout: { of: ['builtins.TimeoutError'], kind: 'transient' },
    error: { of: ['builtins.OSError'], kind: 'mixed' },
    gaierror: { of: ['builtins.OSError'], kind: 'transient' },
    herror: { of: ['builtins.OSError'] },
  },
};

/** Facts on timeouts that many libraries have in common. */
import type { TimeoutFact } from './schema';

/** No argument and `None` both mean that the call waits until it is done. */
export const unlimitedByDefault: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' };

/**
 * The limit of a connection, and of every command on it: without it the default of the socket module holds, which is no
 * limit unless `socket.setdefaulttimeout` was called.
 */
export const socketModuleDefault: TimeoutFact = { ...unlimitedByDefault, obeysSocketDefault: true, isNetwork: true };

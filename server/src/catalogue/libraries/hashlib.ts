import type { Library } from '../schema';

/**
 * The two that are slow by design: 0.37 s for 600,000 rounds and 0.1 s for n = 2**14 on a small machine. Both leave the
 * interpreter's lock while they compute. Plain digests have no rows: a megabyte takes about a millisecond.
 */
export const hashlib: Library = {
  module: 'hashlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/hashlib.html',
  apis: {
    pbkdf2_hmac: { blocks: 'cpu', returns: 'builtins.bytes' },
    scrypt: { blocks: 'cpu', returns: 'builtins.bytes' },
    file_digest: { blocks: 'file', since: '3.11' },
  },
};

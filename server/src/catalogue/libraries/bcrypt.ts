import type { Api, Library } from '../schema';

/** Slow by design: 0.8 seconds at the usual cost of 12 on a small machine (measured). Releases the GIL, so a thread helps. */
const derivation: Api = { blocks: 'cpu' };

export const bcrypt: Library = {
  module: 'bcrypt',
  checkedAgainst: '5.0',
  docs: 'https://github.com/pyca/bcrypt',
  apis: { hashpw: derivation, checkpw: derivation, kdf: derivation, gensalt: {} },
};

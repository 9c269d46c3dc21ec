import type { Api, Library } from '../schema';

/** Slow by design: 0.6 seconds and 64 MiB with the default parameters on a small machine (measured). Releases the GIL. */
const derivation: Api = { blocks: 'cpu' };

export const argon2: Library = {
  module: 'argon2',
  distribution: 'argon2-cffi',
  checkedAgainst: '25.1',
  docs: 'https://argon2-cffi.readthedocs.io/en/stable/api.html',
  apis: {
    PasswordHasher: { methods: { hash: derivation, verify: derivation, check_needs_rehash: {} } },
    'low_level.hash_secret': derivation,
    'low_level.hash_secret_raw': derivation,
    'low_level.verify_secret': derivation,
  },
};

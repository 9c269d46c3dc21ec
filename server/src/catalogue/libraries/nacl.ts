import type { Api, Library } from '../schema';

/** Slow by design. */
const derivation: Api = { blocks: 'cpu' };

export const nacl: Library = {
  module: 'nacl',
  distribution: 'PyNaCl',
  checkedAgainst: '1.6',
  docs: 'https://pynacl.readthedocs.io/en/latest/password_hashing/',
  apis: {
    'pwhash.str': derivation,
    'pwhash.verify': derivation,
    'pwhash.argon2id.kdf': derivation,
    'pwhash.argon2id.str': derivation,
    'pwhash.argon2id.verify': derivation,
  },
};

import type { Api, Library } from '../schema';

/** Slow by design: 0.05 to 1 second. */
const derivation: Api = { blocks: 'cpu' };

/** `using` gives a class with other parameters, which hashes in the same way. */
const bcrypt: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.bcrypt' } } };
const argon2: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.argon2' } } };
const sha256: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.pbkdf2_sha256' } } };
const sha512: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.pbkdf2_sha512' } } };
const scrypt: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.scrypt' } } };
const sha256Crypt: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.sha256_crypt' } } };
const sha512Crypt: Api = { methods: { hash: derivation, verify: derivation, using: { returns: 'passlib.hash.sha512_crypt' } } };

export const passlib: Library = {
  module: 'passlib',
  checkedAgainst: '1.7',
  docs: 'https://passlib.readthedocs.io/en/stable/lib/passlib.context.html',
  apis: {
    'context.CryptContext': {
      methods: { hash: derivation, verify: derivation, verify_and_update: derivation, dummy_verify: derivation, needs_update: {} },
    },
    'hash.bcrypt': bcrypt,
    'hash.argon2': argon2,
    'hash.pbkdf2_sha256': sha256,
    'hash.pbkdf2_sha512': sha512,
    'hash.scrypt': scrypt,
    'hash.sha256_crypt': sha256Crypt,
    'hash.sha512_crypt': sha512Crypt,
  },
};

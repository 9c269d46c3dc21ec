import type { Api, Library } from '../schema';

/** Slow by design, so that passwords cannot be guessed: 0.7 seconds for PBKDF2 with 600,000 rounds (measured). */
const derivation: Api = { blocks: 'cpu' };
const kdf: Api = { methods: { derive: derivation, verify: derivation } };

export const cryptography: Library = {
  module: 'cryptography',
  checkedAgainst: '50.0',
  docs: 'https://cryptography.io/en/latest/hazmat/primitives/key-derivation-functions/',
  apis: {
    // 0.1 seconds for 2048 bits, 1.1 seconds for 4096 (measured), and how long is chance.
    'hazmat.primitives.asymmetric.rsa.generate_private_key': { blocks: 'cpu' },
    'hazmat.primitives.asymmetric.dsa.generate_private_key': { blocks: 'cpu' },
    // Minutes for 2048 bits.
    'hazmat.primitives.asymmetric.dh.generate_parameters': { blocks: 'cpu' },
    // Less than a millisecond.
    'hazmat.primitives.asymmetric.ec.generate_private_key': {},
    'hazmat.primitives.kdf.pbkdf2.PBKDF2HMAC': kdf,
    'hazmat.primitives.kdf.scrypt.Scrypt': kdf,
    'hazmat.primitives.kdf.argon2.Argon2id': { ...kdf, since: '44.0' },
    'fernet.Fernet': { methods: { encrypt: {}, decrypt: {} } },
    // Derives a key where the file is encrypted.
    'hazmat.primitives.serialization.load_pem_private_key': { blocks: 'cpu', confidence: 'low' },
  },
};

import type { Api, Library } from '../schema';

/** How long it takes depends on the size of the key and on the rounds that the caller asks for. */
const debatable: Api = { blocks: 'cpu', confidence: 'low' };

export const pycryptodome: Library = {
  module: 'Crypto',
  distribution: 'pycryptodome',
  checkedAgainst: '3.23',
  docs: 'https://www.pycryptodome.org/src/protocol/kdf',
  apis: { 'PublicKey.RSA.generate': debatable, 'Protocol.KDF.PBKDF2': debatable, 'Protocol.KDF.scrypt': debatable },
};

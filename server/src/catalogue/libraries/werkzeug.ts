import type { Api, Library } from '../schema';

/** 50 to 300 milliseconds: scrypt by default since 2.3, PBKDF2 before. */
const derivation: Api = { blocks: 'cpu' };

export const werkzeug: Library = {
  module: 'werkzeug',
  distribution: 'Werkzeug',
  checkedAgainst: '3.1',
  docs: 'https://werkzeug.palletsprojects.com/en/stable/utils/#module-werkzeug.security',
  apis: { 'security.generate_password_hash': derivation, 'security.check_password_hash': derivation },
};

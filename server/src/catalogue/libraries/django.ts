import type { Library } from '../schema';

export const django: Library = {
  module: 'django',
  distribution: 'Django',
  checkedAgainst: '5.2',
  docs: 'https://docs.djangoproject.com/en/stable/topics/auth/passwords/',
  apis: {
    // PBKDF2 with 600,000 rounds and more, by default.
    'contrib.auth.hashers.make_password': { blocks: 'cpu' },
    'contrib.auth.hashers.check_password': { blocks: 'cpu', asyncTwin: 'django.contrib.auth.hashers.acheck_password' },
    'contrib.auth.hashers.acheck_password': { isAsync: true, since: '5.0' },
  },
};

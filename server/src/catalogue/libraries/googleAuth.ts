import type { Library } from '../schema';

export const googleAuth: Library = {
  module: 'google.auth',
  distribution: 'google-auth',
  checkedAgainst: '2.59',
  docs: 'https://googleapis.dev/python/google-auth/latest/reference/google.auth.html',
  apis: {
    // Reads files, or asks the metadata server of the machine: three times, for three seconds each.
    default: { blocks: 'http' },
    'credentials.Credentials': { methods: { refresh: { blocks: 'http' } } },
    'transport.requests.AuthorizedSession': {
      pools: 'http',
      methods: {
        // 120 seconds.
        request: {
          blocks: 'http',
          timeout: { parameter: 'timeout', position: 5, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true },
        },
      },
    },
  },
};

import type { Library } from '../schema';

export const googleApiCore: Library = {
  module: 'google.api_core',
  distribution: 'google-api-core',
  checkedAgainst: '2.40',
  docs: 'https://googleapis.dev/python/google-api-core/latest/operation.html',
  apis: {
    'future.polling.PollingFuture': {
      methods: {
        // 900 seconds by default, as a value of its own and not as `None`.
        result: {
          blocks: 'http',
          timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true },
        },
      },
    },
    'operation.Operation': { bases: ['google.api_core.future.polling.PollingFuture'] },
  },
};

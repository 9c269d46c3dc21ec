import type { Api, Library } from '../schema';

/** `stop` defaults to `stop_never` (tenacity/__init__.py, `BaseRetrying`). */
const retrying: Api = {
  retry: { limits: [{ keyword: 'stop', position: 1 }], whenAbsent: 'forever', endless: ['tenacity.stop_never'] },
};

export const tenacity: Library = {
  module: 'tenacity',
  checkedAgainst: '9.1',
  docs: 'https://tenacity.readthedocs.io/en/latest/',
  apis: {
    // Hands its arguments on to `Retrying` or `AsyncRetrying`; one alone that is a function is the function to retry.
    retry: retrying,
    Retrying: { ...retrying, methods: {} },
    AsyncRetrying: { ...retrying, methods: {} },
    stop_after_attempt: { methods: {} },
    stop_after_delay: { methods: {} },
    stop_before_delay: { methods: {}, since: '9.0' },
    stop_any: { methods: {} },
    stop_all: { methods: {} },
    stop_when_event_set: { methods: {} },
    stop_never: { isValue: true },
  },
  aliases: {
    'asyncio.AsyncRetrying': 'AsyncRetrying',
    'stop.stop_never': 'stop_never',
    'stop.stop_after_attempt': 'stop_after_attempt',
    'stop.stop_after_delay': 'stop_after_delay',
  },
};

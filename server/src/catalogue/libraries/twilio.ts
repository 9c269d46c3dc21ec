import type { Library } from '../schema';

export const twilio: Library = {
  module: 'twilio',
  checkedAgainst: 'git 2026-08-11',
  docs: 'https://github.com/twilio/twilio-python',
  apis: {
    // Waits without an end, unless it is given an `http_client` with a timeout.
    'rest.Client': {
      methods: {
        messages: { isValue: true, returns: 'twilio.rest.api.v2010.account.message.MessageList' },
        calls: { isValue: true, returns: 'twilio.rest.api.v2010.account.call.CallList' },
      },
    },
    'rest.api.v2010.account.message.MessageList': { methods: { create: { blocks: 'http' }, create_async: { isAsync: true } } },
    'rest.api.v2010.account.call.CallList': { methods: { create: { blocks: 'http' }, create_async: { isAsync: true } } },
    'http.http_client.TwilioHttpClient': {
      timeout: { parameter: 'timeout', position: 2, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true },
      methods: {},
    },
  },
};

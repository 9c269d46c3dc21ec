import type { Api, Library, TimeoutFact } from '../schema';

/** 600 seconds by default. The clients hold a pool of httpx. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const client: Api = { pools: 'http', timeout, methods: {} };

export const anthropic: Library = {
  module: 'anthropic',
  checkedAgainst: '1.13',
  docs: 'https://github.com/anthropics/anthropic-sdk-python#timeouts',
  apis: { Anthropic: client, AsyncAnthropic: client },
};

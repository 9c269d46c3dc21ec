import type { Api, Library, TimeoutFact } from '../schema';

/** 600 seconds by default. The clients hold a pool of httpx. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const client: Api = { pools: 'http', timeout, methods: {} };

export const openai: Library = {
  module: 'openai',
  checkedAgainst: '3.22',
  docs: 'https://github.com/openai/openai-python#timeouts',
  apis: { OpenAI: client, AsyncOpenAI: client, AzureOpenAI: client, AsyncAzureOpenAI: client },
};

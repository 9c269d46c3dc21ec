import type { Api, Library, TimeoutFact } from '../schema';

/** Goes down to httpx as `None`, so that without it nothing ends a wait. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true };
const call: Api = { blocks: 'http' };
const coroutine: Api = { isAsync: true };

export const ollama: Library = {
  module: 'ollama',
  checkedAgainst: 'git 2026-07-22',
  docs: 'https://github.com/ollama/ollama-python',
  apis: {
    chat: call,
    generate: call,
    embed: call,
    pull: call,
    list: call,
    show: call,
    Client: {
      pools: 'http',
      timeout,
      asyncTwin: 'ollama.AsyncClient',
      methods: { chat: call, generate: call, embed: call, pull: call, list: call, show: call },
    },
    AsyncClient: {
      pools: 'http',
      timeout,
      methods: { chat: coroutine, generate: coroutine, embed: coroutine, pull: coroutine, list: coroutine, show: coroutine },
    },
  },
};

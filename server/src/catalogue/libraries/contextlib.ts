import type { Library } from '../schema';

export const contextlib: Library = {
  module: 'contextlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/contextlib.html',
  apis: {
    suppress: { swallows: true, methods: {} },
    asynccontextmanager: {},
    contextmanager: {},
    aclosing: { since: '3.10', isEnteredAsync: true },
    ExitStack: { methods: {} },
    AsyncExitStack: { isEnteredAsync: true, methods: { aclose: { isAsync: true }, enter_async_context: { isAsync: true } } },
    nullcontext: { methods: {} },
  },
};

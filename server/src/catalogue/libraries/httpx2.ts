import type { Api, Library, TimeoutFact } from '../schema';

const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'inherits', whenNone: 'forever', isNetwork: true };
/** For `with`: what is entered goes on to wait. */
const stream: Api = { blocks: 'http', opens: true };

/** What the fork has besides what it shares with httpx. */
export const httpx2: Library = {
  module: 'httpx2',
  checkedAgainst: '2.13',
  docs: 'https://pypi.org/project/httpx2/',
  apis: {
    query: { blocks: 'http', timeout: { ...timeout, whenAbsent: 'bounded' }, returns: 'httpx2.Response' },
    'Client.query': { blocks: 'http', timeout, returns: 'httpx2.Response', asyncTwin: 'httpx2.AsyncClient.query' },
    'AsyncClient.query': { isAsync: true, timeout, returns: 'httpx2.Response' },
    'Client.sse': stream,
    'Client.websocket': stream,
  },
};

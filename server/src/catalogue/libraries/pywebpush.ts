import type { Api, Library } from '../schema';

/** Hands its `timeout` on as it is, `None` as well, to requests or aiohttp; `WebPusher.send` by itself says 10,000 seconds (pywebpush/__init__.py). */
const push: Api = {
  timeout: { parameter: 'timeout', position: 6, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true },
};

export const pywebpush: Library = {
  module: 'pywebpush',
  checkedAgainst: '2.4',
  docs: 'https://github.com/web-push-libs/pywebpush#readme',
  apis: {
    webpush: { ...push, blocks: 'http', returns: 'requests.Response', asyncTwin: 'pywebpush.webpush_async' },
    webpush_async: { ...push, isAsync: true, since: '2.1' },
    WebPusher: { methods: { send: { blocks: 'http', returns: 'requests.Response' }, send_async: { isAsync: true, since: '2.1' } } },
  },
};

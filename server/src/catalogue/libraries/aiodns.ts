import type { Api, Library } from '../schema';

/** A plain function that gives a future. */
const future: Api = { isAsync: true, isStarted: true };

export const aiodns: Library = {
  module: 'aiodns',
  checkedAgainst: 'git 2024-09-05',
  docs: 'https://github.com/aio-libs/aiodns',
  apis: { DNSResolver: { methods: { query: future, gethostbyname: future } } },
};

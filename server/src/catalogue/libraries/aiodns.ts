import type { Library } from '../schema';

export const aiodns: Library = {
  module: 'aiodns',
  checkedAgainst: 'git 2024-09-05',
  docs: 'https://github.com/aio-libs/aiodns',
  // Plain functions that give futures.
  apis: { DNSResolver: { methods: { query: { isAsync: true }, gethostbyname: { isAsync: true } } } },
};

import type { Library } from '../schema';

export const urllibError: Library = {
  module: 'urllib.error',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/urllib.error.html',
  apis: {},
  errors: {
    URLError: { of: ['builtins.OSError'], kind: 'mixed' },
    HTTPError: { of: ['URLError'], kind: 'answer' },
    ContentTooShortError: { of: ['URLError'], kind: 'transient' },
  },
};

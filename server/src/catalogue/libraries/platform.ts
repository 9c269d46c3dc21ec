import type { Library } from '../schema';

export const platform: Library = {
  module: 'platform',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/platform.html',
  apis: {
    // May run uname the first time.
    platform: { blocks: 'subprocess', confidence: 'low', returns: 'builtins.str' },
    processor: { blocks: 'subprocess', confidence: 'low', returns: 'builtins.str' },
  },
};

import type { Library } from '../schema';

export const getpass: Library = {
  module: 'getpass',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/getpass.html',
  apis: {
    getpass: { blocks: 'input', returns: 'builtins.str' },
  },
};

import type { Api, Library } from '../schema';

const input: Api = { blocks: 'input' };

/** Standard input stands for its own type, so that files that are like it are not taken for a terminal. */
export const sys: Library = {
  module: 'sys',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/sys.html',
  apis: {
    stdin: {
      isValue: true,
      methods: { read: input, readline: input, readlines: input, buffer: { isValue: true, methods: { read: input } } },
    },
  },
};

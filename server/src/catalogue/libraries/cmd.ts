import type { Library } from '../schema';

export const cmd: Library = {
  module: 'cmd',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/cmd.html',
  apis: {
    Cmd: { methods: { cmdloop: { blocks: 'input' } } },
  },
};

import type { Api, Library } from '../schema';

const run: Api = {
  blocks: 'subprocess',
  timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
};

export const invoke: Library = {
  module: 'invoke',
  checkedAgainst: '3.0',
  docs: 'https://docs.pyinvoke.org/en/stable/api/runners.html',
  apis: { run, Context: { methods: { run } } },
  aliases: { 'context.Context': 'Context' },
};

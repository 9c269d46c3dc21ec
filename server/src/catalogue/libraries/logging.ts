import type { Library } from '../schema';

/** Handlers wait inside of whatever call logs, which no row can say. */
export const logging: Library = {
  module: 'logging',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/logging.html',
  apis: {
    // Writes and flushes; what is accepted in most code.
    FileHandler: { methods: { emit: { blocks: 'file', confidence: 'low' } } },
  },
};

import type { Library } from '../schema';

export const uuid: Library = {
  module: 'uuid',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/uuid.html',
  apis: {
    // May run ifconfig or ip the first time.
    getnode: { blocks: 'subprocess', confidence: 'low' },
  },
};

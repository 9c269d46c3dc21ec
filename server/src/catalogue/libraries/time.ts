import type { Library } from '../schema';

/** https://docs.python.org/3/library/time.html */
export const time: Library = {
  module: 'time',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/time.html',
  apis: {
    sleep: { blocks: 'sleep', asyncTwin: 'asyncio.sleep', raises: [] },
  },
};

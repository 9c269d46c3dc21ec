import type { Library } from '../schema';

/** Source: nest_asyncio.py, which puts its own functions in the place of `asyncio.run` and the loop's `run_until_complete`. */
export const nestAsyncio: Library = {
  module: 'nest_asyncio',
  distribution: 'nest-asyncio',
  checkedAgainst: 'git 034b2c28',
  docs: 'https://github.com/erdewit/nest_asyncio',
  apis: { apply: { sets: 'nested-loops' } },
  forks: ['nest_asyncio2'],
};

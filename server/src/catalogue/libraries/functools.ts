import type { CacheFact, Library } from '../schema';

const limit: CacheFact['limit'] = { keyword: 'maxsize', position: 0, whenAbsent: 128 };

/** Source: Lib/functools.py of 3.13; what the caches make of coroutines was run with 3.11. */
export const functools: Library = {
  module: 'functools',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/functools.html',
  apis: {
    partial: { passes: 'arguments' },
    lru_cache: { caches: { limit } },
    cache: { caches: { isEndless: true }, since: '3.9' },
    cached_property: { caches: { isPerObject: true }, since: '3.8' },
  },
};

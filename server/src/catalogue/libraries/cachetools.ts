import type { Api, Library } from '../schema';

const bounded: Api = { caches: { limit: { keyword: 'maxsize', position: 0, whenAbsent: 128 } } };

/** Source: cachetools/__init__.py and func.py of 7.2.0; what they make of coroutines was run with it. */
export const cachetools: Library = {
  module: 'cachetools',
  checkedAgainst: '7.2.0',
  docs: 'https://cachetools.readthedocs.io/en/stable/',
  apis: {
    // What limits it is the mapping that it is given.
    cached: { caches: {} },
    // The mapping is one of the object's own.
    cachedmethod: { caches: { isPerObject: true } },
    'func.fifo_cache': bounded,
    'func.lfu_cache': bounded,
    'func.lru_cache': bounded,
    'func.rr_cache': bounded,
    'func.ttl_cache': bounded,
  },
};

import type { Api, Library } from '../schema';

/** Both limits default to `None` (backoff/_decorator.py). */
const decorator: Api = { retry: { limits: [{ keyword: 'max_tries' }, { keyword: 'max_time' }], whenAbsent: 'forever' } };

export const backoff: Library = {
  module: 'backoff',
  checkedAgainst: '2.2',
  docs: 'https://github.com/litl/backoff#readme',
  apis: {
    on_exception: decorator,
    on_predicate: decorator,
  },
};

import type { Library } from '../schema';

export const joblib: Library = {
  module: 'joblib',
  checkedAgainst: '1.6',
  docs: 'https://joblib.readthedocs.io/en/stable/',
  apis: {
    load: { blocks: 'file' },
    dump: { blocks: 'file' },
    // Waits for all the processes; `timeout` is an argument of `Parallel`.
    Parallel: { methods: { __call__: { blocks: 'subprocess' } } },
  },
};

import type { Library } from '../schema';

/** Source: Doc/library/contextvars.rst of 3.13. `run` calls what it is given at once, in the thread that it is called in. */
export const contextvars: Library = {
  module: 'contextvars',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/contextvars.html',
  apis: {
    copy_context: { returns: 'contextvars.Context' },
    Context: { methods: { run: {}, copy: { returns: 'contextvars.Context' } } },
  },
};

import type { Api, Library } from '../schema';

/** Processor time that grows with the square of the input, or faster. */
const quadratic: Api = { blocks: 'cpu', confidence: 'low' };

export const difflib: Library = {
  module: 'difflib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/difflib.html',
  apis: {
    SequenceMatcher: { methods: { ratio: quadratic } },
    HtmlDiff: { methods: { make_file: quadratic } },
    unified_diff: quadratic,
    get_close_matches: quadratic,
  },
};

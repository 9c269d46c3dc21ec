import type { Api, Library } from '../schema';

/** Draws the figure, which takes longer than writing it. */
const file: Api = { blocks: 'file' };

export const matplotlib: Library = {
  module: 'matplotlib',
  checkedAgainst: '3.11',
  docs: 'https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.savefig.html',
  apis: {
    'pyplot.savefig': file,
    'pyplot.figure': { returns: 'matplotlib.figure.Figure' },
    'figure.Figure': { methods: { savefig: file } },
  },
};

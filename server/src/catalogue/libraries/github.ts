import type { Library } from '../schema';

export const github: Library = {
  module: 'github',
  distribution: 'PyGithub',
  checkedAgainst: '2.10',
  docs: 'https://pygithub.readthedocs.io/en/stable/github.html',
  apis: {
    Github: {
      timeout: { parameter: 'timeout', position: 5, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error', isNetwork: true },
      methods: {
        get_repo: { blocks: 'http', unless: { keyword: 'lazy', position: 1, values: ['True'] } },
        get_user: { blocks: 'http' },
        // Asks for a page at each step.
        search_issues: {},
      },
    },
  },
  aliases: { 'MainClass.Github': 'Github' },
};

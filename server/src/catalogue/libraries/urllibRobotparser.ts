import type { Library } from '../schema';

export const urllibRobotparser: Library = {
  module: 'urllib.robotparser',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/urllib.robotparser.html',
  apis: {
    // Calls `urlopen` without a limit.
    RobotFileParser: { methods: { read: { blocks: 'http' }, parse: {}, can_fetch: { returns: 'builtins.bool' } } },
  },
};

import type { Api, Library } from '../schema';

/** One system call: microseconds on a local disk, without bound on NFS or FUSE. */
const question: Api = { blocks: 'path', confidence: 'low' };

/** What only works on the text of a path has no rows. */
export const osPath: Library = {
  module: 'os.path',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/os.path.html',
  apis: {
    exists: question,
    lexists: question,
    isfile: question,
    isdir: question,
    islink: question,
    ismount: question,
    getsize: question,
    getmtime: question,
    getatime: question,
    getctime: question,
    samefile: question,
    sameopenfile: question,
    // One for each part of the path.
    realpath: { ...question, returns: 'builtins.str' },
  },
  forks: ['posixpath', 'ntpath'],
};

import type { Api, Library } from '../schema';

/** Until another process lets go of the file, without a limit. */
const wait: Api = { blocks: 'lock', unless: { position: 1, values: ['fcntl.LOCK_NB', 'fcntl.LOCK_UN'] } };

export const fcntl: Library = {
  module: 'fcntl',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/fcntl.html',
  apis: {
    flock: wait,
    lockf: wait,
  },
};

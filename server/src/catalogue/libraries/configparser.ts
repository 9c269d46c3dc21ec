import type { Api, Library } from '../schema';

/** Takes a file that is open: opening it is reported, and one in memory does not wait. */
const throughFile: Api = { blocks: 'file', confidence: 'low' };

export const configparser: Library = {
  module: 'configparser',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/configparser.html',
  apis: {
    RawConfigParser: {
      methods: {
        // Opens the files that it is given the names of.
        read: { blocks: 'file' },
        read_file: throughFile,
        write: throughFile,
        read_string: {},
        read_dict: {},
      },
    },
    ConfigParser: { bases: ['configparser.RawConfigParser'] },
  },
};

import type { Api, Library } from '../schema';

/** About a second for each megabyte, in pure Python; most documents are small. Given a file, it reads it as well. */
const parser: Api = { blocks: 'cpu', confidence: 'low' };

export const yaml: Library = {
  module: 'yaml',
  distribution: 'PyYAML',
  checkedAgainst: '6.0',
  docs: 'https://pyyaml.org/wiki/PyYAMLDocumentation',
  apis: {
    load: parser,
    safe_load: parser,
    full_load: parser,
    load_all: parser,
    safe_load_all: parser,
    dump: parser,
    safe_dump: parser,
  },
};

import type { Library } from '../schema';

export const tldextract: Library = {
  module: 'tldextract',
  checkedAgainst: 'git 000d772',
  docs: 'https://github.com/john-kurkowski/tldextract',
  // Fetches the list of suffixes the first time, and keeps it on the disk.
  apis: { extract: { blocks: 'http', confidence: 'low' } },
};

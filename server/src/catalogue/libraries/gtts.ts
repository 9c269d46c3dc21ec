import type { Library } from '../schema';

export const gtts: Library = {
  module: 'gtts',
  distribution: 'gTTS',
  checkedAgainst: 'git 008fc04',
  docs: 'https://gtts.readthedocs.io/en/latest/module.html',
  apis: { gTTS: { methods: { save: { blocks: 'http', confidence: 'low' } } } },
};

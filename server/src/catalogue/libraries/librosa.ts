import type { Library } from '../schema';

export const librosa: Library = {
  module: 'librosa',
  checkedAgainst: '0.11',
  docs: 'https://librosa.org/doc/latest/generated/librosa.load.html',
  apis: { load: { blocks: 'file', confidence: 'low' } },
  aliases: { 'core.load': 'load' },
};

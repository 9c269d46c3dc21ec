import type { Library } from '../schema';

export const whisper: Library = {
  module: 'whisper',
  distribution: 'openai-whisper',
  checkedAgainst: '20240930',
  docs: 'https://github.com/openai/whisper',
  apis: { load_model: { blocks: 'file', confidence: 'low' } },
};

import type { Library } from '../schema';

export const ffmpeg: Library = {
  module: 'ffmpeg',
  distribution: 'ffmpeg-python',
  checkedAgainst: 'git 03762a5',
  docs: 'https://kkroening.github.io/ffmpeg-python/',
  // Another package of the same module name has no such function.
  apis: { run: { blocks: 'subprocess', confidence: 'low' } },
};

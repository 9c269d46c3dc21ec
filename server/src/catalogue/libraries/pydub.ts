import type { Library } from '../schema';

export const pydub: Library = {
  module: 'pydub',
  checkedAgainst: '0.25',
  docs: 'https://github.com/jiaaro/pydub/blob/master/API.markdown',
  // Runs ffmpeg for everything but WAV.
  apis: { AudioSegment: { methods: { from_file: { blocks: 'subprocess', returns: 'pydub.AudioSegment' } } } },
  aliases: { 'audio_segment.AudioSegment': 'AudioSegment' },
};

import type { Api, Library } from '../schema';

const call: Api = { blocks: 'http' };

export const ytDlp: Library = {
  module: 'yt_dlp',
  distribution: 'yt-dlp',
  checkedAgainst: '2026.8',
  docs: 'https://github.com/yt-dlp/yt-dlp#embedding-yt-dlp',
  apis: { YoutubeDL: { methods: { download: call, extract_info: call } } },
};

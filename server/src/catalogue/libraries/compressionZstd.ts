import type { Library } from '../schema';

export const compressionZstd: Library = {
  module: 'compression.zstd',
  checkedAgainst: '3.14',
  docs: 'https://docs.python.org/3/library/compression.zstd.html',
  apis: {
    // Processor time, in proportion to the data.
    compress: { blocks: 'cpu', confidence: 'low', since: '3.14' },
    decompress: { blocks: 'cpu', confidence: 'low', since: '3.14' },
  },
};

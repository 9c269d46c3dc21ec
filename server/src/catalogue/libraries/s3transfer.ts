import type { Library } from '../schema';

export const s3transfer: Library = {
  module: 's3transfer',
  checkedAgainst: '0.19',
  docs: 'https://github.com/boto/s3transfer',
  apis: { 'futures.TransferFuture': { methods: { result: { blocks: 'http' } } } },
};

import type { Library } from '../schema';

export const scipy: Library = {
  module: 'scipy',
  checkedAgainst: '1.17',
  docs: 'https://docs.scipy.org/doc/scipy/reference/',
  apis: { 'optimize.minimize': { blocks: 'cpu' }, 'io.loadmat': { blocks: 'file' } },
};

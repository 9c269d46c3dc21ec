import type { Api, Library } from '../schema';

const file: Api = { blocks: 'file' };

export const imageio: Library = {
  module: 'imageio',
  checkedAgainst: '2.38',
  docs: 'https://imageio.readthedocs.io/en/stable/reference/userapi.html',
  apis: { imread: file, imwrite: file },
};

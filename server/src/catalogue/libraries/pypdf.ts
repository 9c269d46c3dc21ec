import type { Library } from '../schema';

export const pypdf: Library = {
  module: 'pypdf',
  checkedAgainst: '6.19',
  docs: 'https://pypdf.readthedocs.io/en/stable/modules/PdfReader.html',
  apis: { PdfReader: { blocks: 'file', methods: {} } },
};

import type { Api, Library } from '../schema';

/** Runs `pdftoppm`. */
const run: Api = { blocks: 'subprocess', confidence: 'low' };

export const pdf2image: Library = {
  module: 'pdf2image',
  checkedAgainst: 'git 0297eb4',
  docs: 'https://github.com/Belval/pdf2image',
  apis: { convert_from_path: run, convert_from_bytes: run },
};

import type { Library } from '../schema';

export const pdfplumber: Library = {
  module: 'pdfplumber',
  checkedAgainst: '0.11',
  docs: 'https://github.com/jsvine/pdfplumber',
  apis: { open: { blocks: 'file', opens: true } },
};

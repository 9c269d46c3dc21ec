import type { Library } from '../schema';

export const pytesseract: Library = {
  module: 'pytesseract',
  checkedAgainst: 'git 0069773',
  docs: 'https://github.com/madmaze/pytesseract',
  apis: { image_to_string: { blocks: 'subprocess', confidence: 'low' } },
};

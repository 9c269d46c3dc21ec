import type { Library } from '../schema';

export const docx: Library = {
  module: 'docx',
  distribution: 'python-docx',
  checkedAgainst: '1.2',
  docs: 'https://python-docx.readthedocs.io/en/latest/api/document.html',
  apis: {
    // With no path it opens the built-in template.
    Document: { blocks: 'file', returns: 'docx.document.Document' },
    'document.Document': { methods: { save: { blocks: 'file' } } },
  },
};

import type { Library } from '../schema';

export const weasyprint: Library = {
  module: 'weasyprint',
  checkedAgainst: '60.1',
  docs: 'https://doc.courtbouillon.org/weasyprint/stable/api_reference.html',
  apis: { HTML: { methods: { write_pdf: { blocks: 'cpu', confidence: 'low' } } } },
};

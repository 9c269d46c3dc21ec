import type { Library } from '../schema';

export const reportlab: Library = {
  module: 'reportlab',
  checkedAgainst: '5.0',
  docs: 'https://docs.reportlab.com/reportlab/userguide/ch5_platypus/',
  apis: { 'platypus.SimpleDocTemplate': { methods: { build: { blocks: 'cpu', confidence: 'low' } } } },
};

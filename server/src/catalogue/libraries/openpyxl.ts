import type { Library } from '../schema';

const workbook = 'openpyxl.workbook.workbook.Workbook';

export const openpyxl: Library = {
  module: 'openpyxl',
  checkedAgainst: '3.1',
  docs: 'https://openpyxl.readthedocs.io/en/stable/',
  apis: {
    // Seconds for large sheets: unpacks them and parses XML.
    load_workbook: { blocks: 'file', returns: workbook },
    'workbook.workbook.Workbook': { methods: { save: { blocks: 'file' }, close: {} } },
  },
  aliases: {
    Workbook: 'workbook.workbook.Workbook',
    'workbook.Workbook': 'workbook.workbook.Workbook',
    'reader.excel.load_workbook': 'load_workbook',
  },
};

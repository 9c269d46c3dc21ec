import type { Api, Library } from '../schema';

const file: Api = { blocks: 'file' };

export const pyarrow: Library = {
  module: 'pyarrow',
  checkedAgainst: '25.0',
  docs: 'https://arrow.apache.org/docs/python/parquet.html',
  apis: {
    'parquet.read_table': file,
    'parquet.write_table': file,
    'csv.read_csv': file,
    'feather.read_feather': file,
    'feather.write_feather': file,
    // Lists the files and reads a schema.
    'dataset.dataset': file,
  },
};

import type { Api, Library } from '../schema';

const read: Api = { blocks: 'file', returns: 'polars.DataFrame' };
const write: Api = { blocks: 'file' };
/** Only plans: `collect` does the work. */
const plan: Api = { returns: 'polars.LazyFrame' };

export const polars: Library = {
  module: 'polars',
  checkedAgainst: '1.44',
  docs: 'https://docs.pola.rs/api/python/stable/reference/io.html',
  apis: {
    read_csv: read,
    read_parquet: read,
    read_json: read,
    read_ndjson: read,
    read_excel: read,
    read_ipc: read,
    read_avro: read,
    read_delta: read,
    read_database: { blocks: 'database', returns: 'polars.DataFrame' },
    scan_csv: plan,
    scan_parquet: plan,
    scan_ndjson: plan,
    collect_all: { blocks: 'cpu', asyncTwin: 'polars.collect_all_async' },
    collect_all_async: { isAsync: true, isStarted: true },
    LazyFrame: {
      methods: {
        collect: { blocks: 'cpu', returns: 'polars.DataFrame' },
        collect_async: { isAsync: true, isStarted: true, returns: 'polars.DataFrame' },
        sink_parquet: write,
        sink_csv: write,
        filter: plan,
        select: plan,
        with_columns: plan,
        sort: plan,
        join: plan,
        head: plan,
        limit: plan,
        drop: plan,
        rename: plan,
      },
    },
    DataFrame: {
      methods: {
        // Without a path `write_csv` and `write_json` give text.
        write_csv: write,
        write_parquet: write,
        write_json: write,
        write_excel: write,
        write_ipc: write,
        write_database: { blocks: 'database' },
        lazy: plan,
      },
    },
  },
};

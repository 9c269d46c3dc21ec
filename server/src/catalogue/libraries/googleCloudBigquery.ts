import type { Api, Library, TimeoutFact } from '../schema';

/** How long the job may take; each of its requests has a limit. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' };
const call: Api = { blocks: 'http' };

export const googleCloudBigquery: Library = {
  module: 'google.cloud.bigquery',
  distribution: 'google-cloud-bigquery',
  checkedAgainst: 'git 2026-01-29',
  docs: 'https://cloud.google.com/python/docs/reference/bigquery/latest',
  apis: {
    Client: {
      pools: 'http',
      methods: {
        query: { ...call, returns: 'google.cloud.bigquery.job.QueryJob' },
        query_and_wait: call,
        load_table_from_uri: call,
        load_table_from_file: call,
        load_table_from_dataframe: call,
        load_table_from_json: call,
        copy_table: call,
        extract_table: call,
        get_table: call,
        create_table: call,
        delete_table: call,
        get_dataset: call,
        create_dataset: call,
        list_tables: call,
        list_datasets: call,
        get_job: call,
        cancel_job: call,
        insert_rows_json: call,
        insert_rows: call,
        list_rows: call,
        update_table: call,
      },
    },
    'job.QueryJob': {
      methods: {
        result: { ...call, timeout: { ...timeout, position: 3 }, returns: 'google.cloud.bigquery.table.RowIterator' },
        to_dataframe: { ...call, timeout: { ...timeout, position: 17 } },
        to_arrow: { ...call, timeout: { ...timeout, position: 4 } },
      },
    },
    'table.RowIterator': {
      methods: {
        to_dataframe: { ...call, timeout: { ...timeout, position: 16 } },
      },
    },
  },
  aliases: { 'client.Client': 'Client' },
};

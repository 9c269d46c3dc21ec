import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };

/** The constructor does not connect. */
export const clickhouseDriver: Library = {
  module: 'clickhouse_driver',
  distribution: 'clickhouse-driver',
  checkedAgainst: 'git 2026-07-22',
  docs: 'https://clickhouse-driver.readthedocs.io/en/latest/api.html',
  apis: {
    Client: {
      timeout: { parameter: 'send_receive_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
      methods: {
        execute: call,
        execute_iter: call,
        execute_with_progress: call,
        insert_dataframe: call,
        query_dataframe: call,
        from_url: { returns: 'clickhouse_driver.Client' },
      },
    },
  },
  aliases: { 'client.Client': 'Client' },
};

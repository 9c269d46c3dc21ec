import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };

export const clickhouseConnect: Library = {
  module: 'clickhouse_connect',
  distribution: 'clickhouse-connect',
  checkedAgainst: 'git 2026-08-21',
  docs: 'https://clickhouse.com/docs/integrations/python',
  apis: {
    // Connects and reads the settings of the server.
    get_client: {
      ...call,
      returns: 'clickhouse_connect.driver.client.Client',
      asyncTwin: 'clickhouse_connect.get_async_client',
      timeout: { parameter: 'send_receive_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' },
    },
    get_async_client: coroutine,
    'driver.client.Client': {
      methods: {
        query: call,
        command: call,
        insert: call,
        query_df: call,
        insert_df: call,
        raw_query: call,
        query_np: call,
        ping: call,
        query_arrow: call,
        insert_arrow: call,
      },
    },
  },
};

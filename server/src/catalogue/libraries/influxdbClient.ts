import type { Api, Library } from '../schema';

/** Waits for the server. */
const call: Api = { blocks: 'database' };
const local: Api = { blocks: 'database', confidence: 'low' };

export const influxdbClient: Library = {
  module: 'influxdb_client',
  distribution: 'influxdb-client',
  checkedAgainst: 'git 2026-04-23',
  docs: 'https://influxdb-client.readthedocs.io/en/stable/api.html',
  apis: {
    QueryApi: {
      methods: {
        query: call,
        query_stream: call,
        query_data_frame: call,
        query_csv: call,
        query_raw: call,
      },
    },
    WriteApi: {
      methods: {
        // Waits with `write_options=SYNCHRONOUS`; by default another thread sends.
        write: local,
        flush: call,
        close: call,
      },
    },
    InfluxDBClient: {
      timeout: { parameter: 'timeout', position: 3, kind: 'milliseconds', whenAbsent: 'bounded', whenNone: 'error' },
      pools: 'http',
      methods: {
        query_api: { returns: 'influxdb_client.QueryApi' },
        write_api: { returns: 'influxdb_client.WriteApi' },
        ping: call,
      },
    },
  },
};

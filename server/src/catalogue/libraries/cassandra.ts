import type { Api, Library, TimeoutFact } from '../schema';

/** Waits for the cluster. */
const call: Api = { blocks: 'database' };
/** 10 seconds by default: `Session.default_timeout`, or what the execution profile says. */
const limit: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever' };

/** It has no async form that asyncio could wait for. */
export const cassandra: Library = {
  module: 'cassandra',
  distribution: 'cassandra-driver',
  checkedAgainst: 'git 2025-10-06',
  docs: 'https://docs.datastax.com/en/developer/python-driver/latest/api/cassandra/cluster/',
  apis: {
    'concurrent.execute_concurrent': call,
    'concurrent.execute_concurrent_with_args': call,
    // The constructor does not connect; 5 seconds for each connection by default.
    'cluster.Cluster': {
      timeout: { ...limit, parameter: 'connect_timeout', position: 20 },
      pools: 'database',
      methods: {
        connect: { ...call, returns: 'cassandra.cluster.Session' },
        shutdown: call,
      },
    },
    'cluster.Session': {
      methods: {
        execute: { ...call, timeout: { ...limit, position: 2 }, returns: 'cassandra.cluster.ResultSet' },
        // Gives an object that is not awaitable, whose `result` waits.
        execute_async: { returns: 'cassandra.cluster.ResponseFuture', timeout: { ...limit, position: 4 } },
        prepare: call,
        shutdown: call,
      },
    },
    'cluster.ResponseFuture': {
      methods: {
        result: { ...call, returns: 'cassandra.cluster.ResultSet' },
      },
    },
    // Iterated, it fetches further pages, which goes unseen; `one` looks at the page that is there.
    'cluster.ResultSet': {
      methods: {
        fetch_next_page: call,
        all: call,
      },
    },
  },
};

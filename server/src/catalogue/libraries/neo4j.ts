import type { Api, Library } from '../schema';

/** Waits for the server; the only limit on a query is its own, on the server. */
const call: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };

export const neo4j: Library = {
  module: 'neo4j',
  checkedAgainst: '6.3.1',
  docs: 'https://neo4j.com/docs/api/python-driver/current/api.html',
  apis: {
    GraphDatabase: {
      methods: {
        driver: {
          returns: 'neo4j.Driver',
          timeout: { parameter: 'connection_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'error' },
          pools: 'database',
          asyncTwin: 'neo4j.AsyncGraphDatabase.driver',
        },
      },
    },
    Driver: {
      pools: 'database',
      asyncTwin: 'neo4j.AsyncDriver',
      methods: {
        verify_connectivity: call,
        execute_query: call,
        session: { returns: 'neo4j.Session' },
        close: { blocks: 'socket', confidence: 'low' },
        get_server_info: call,
        verify_authentication: call,
      },
    },
    Session: {
      asyncTwin: 'neo4j.AsyncSession',
      methods: {
        run: { ...call, returns: 'neo4j.Result' },
        execute_read: call,
        execute_write: call,
        begin_transaction: { ...call, returns: 'neo4j.Transaction' },
        close: call,
      },
    },
    Result: {
      asyncTwin: 'neo4j.AsyncResult',
      methods: {
        single: call,
        data: call,
        consume: call,
        fetch: call,
        values: call,
        __iter__: call,
        value: call,
        peek: call,
        graph: call,
        to_df: call,
        to_eager_result: call,
      },
    },
    AsyncGraphDatabase: {
      methods: {
        driver: { pools: 'database', returns: 'neo4j.AsyncDriver' },
      },
    },
    Transaction: {
      asyncTwin: 'neo4j.AsyncTransaction',
      methods: {
        run: { ...call, returns: 'neo4j.Result' },
        commit: call,
        rollback: call,
        close: call,
      },
    },
    ManagedTransaction: {
      asyncTwin: 'neo4j.AsyncManagedTransaction',
      methods: {
        run: { ...call, returns: 'neo4j.Result' },
      },
    },
    AsyncDriver: {
      pools: 'database',
      methods: {
        verify_connectivity: coroutine,
        execute_query: coroutine,
        get_server_info: coroutine,
        verify_authentication: coroutine,
        close: coroutine,
        session: { returns: 'neo4j.AsyncSession' },
      },
    },
    AsyncSession: {
      methods: {
        execute_read: coroutine,
        execute_write: coroutine,
        close: coroutine,
        last_bookmarks: coroutine,
        run: { ...coroutine, returns: 'neo4j.AsyncResult' },
        begin_transaction: { ...coroutine, returns: 'neo4j.AsyncTransaction' },
      },
    },
    AsyncTransaction: {
      methods: {
        run: { ...coroutine, returns: 'neo4j.AsyncResult' },
        commit: coroutine,
        rollback: coroutine,
        close: coroutine,
      },
    },
    AsyncManagedTransaction: {
      methods: {
        run: { ...coroutine, returns: 'neo4j.AsyncResult' },
      },
    },
    AsyncResult: {
      methods: {
        single: coroutine,
        data: coroutine,
        consume: coroutine,
        fetch: coroutine,
        values: coroutine,
        value: coroutine,
        peek: coroutine,
        graph: coroutine,
        to_df: coroutine,
        to_eager_result: coroutine,
      },
    },
  },
};

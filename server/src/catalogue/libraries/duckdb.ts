import type { Api, Library } from '../schema';

/** Works on the processor and the disk of this process, and lets other threads run meanwhile. */
const call: Api = { blocks: 'database' };
/** What only prepares, as a rule: the work is done when the relation is asked for its rows. */
const prepared: Api = { blocks: 'database', confidence: 'low', returns: 'duckdb.DuckDBPyRelation' };

export const duckdb: Library = {
  module: 'duckdb',
  checkedAgainst: '1.5.6',
  docs: 'https://duckdb.org/docs/stable/clients/python/reference/',
  apis: {
    connect: { ...call, returns: 'duckdb.DuckDBPyConnection' },
    sql: prepared,
    query: prepared,
    execute: { ...call, returns: 'duckdb.DuckDBPyConnection' },
    read_csv: prepared,
    read_parquet: prepared,
    read_json: prepared,
    from_df: { returns: 'duckdb.DuckDBPyRelation' },
    DuckDBPyConnection: {
      methods: {
        execute: { ...call, returns: 'duckdb.DuckDBPyConnection' },
        executemany: call,
        sql: prepared,
        query: prepared,
        fetchall: call,
        fetchone: call,
        fetchmany: call,
        df: call,
        fetchdf: call,
        arrow: call,
        commit: call,
        rollback: call,
        cursor: { returns: 'duckdb.DuckDBPyConnection' },
        pl: call,
        fetchnumpy: call,
        fetch_arrow_table: call,
        checkpoint: call,
      },
    },
    DuckDBPyRelation: {
      methods: {
        fetchall: call,
        fetchone: call,
        fetchmany: call,
        df: call,
        fetchdf: call,
        pl: call,
        execute: call,
        to_parquet: call,
        to_csv: call,
        to_table: call,
        create: call,
      },
    },
  },
};

import type { Api, Library, PoolFact } from '../schema';

const waits: Api = { blocks: 'session' };
/** What may wait, and mostly has nothing to wait for. */
const mayWait: Api = { blocks: 'session', confidence: 'low' };
const coroutine: Api = { isAsync: true };
/** Makes a query without sending it. */
const query: Api = { returns: 'sqlalchemy.orm.Query' };
const result: Api = { blocks: 'session', returns: 'sqlalchemy.engine.Result' };
const scalars: Api = { blocks: 'session', returns: 'sqlalchemy.engine.ScalarResult' };
const asyncResult: Api = { isAsync: true, returns: 'sqlalchemy.engine.Result' };
const asyncScalars: Api = { isAsync: true, returns: 'sqlalchemy.engine.ScalarResult' };
const sameResult: Api = { returns: 'sqlalchemy.engine.Result' };
const sameStream: Api = { returns: 'sqlalchemy.ext.asyncio.AsyncResult' };

/** Rows that were fetched already: nothing here waits, and nothing is awaited (run with 2.0.52). */
const fetched: Readonly<Record<string, Api>> = {
  all: { returns: 'builtins.list' },
  fetchall: { returns: 'builtins.list' },
  fetchmany: { returns: 'builtins.list' },
  first: {},
  one: {},
  one_or_none: {},
  partitions: {},
  close: {},
};

/** What `stream` gives: here the same methods are coroutine functions. */
const streamed: Readonly<Record<string, Api>> = {
  all: { isAsync: true, returns: 'builtins.list' },
  fetchall: { isAsync: true, returns: 'builtins.list', since: '2.0' },
  fetchmany: { isAsync: true, returns: 'builtins.list' },
  first: coroutine,
  one: coroutine,
  one_or_none: coroutine,
  partitions: {},
  close: coroutine,
};

/** What asks the database for its tables: the methods of `Inspector` of 2.0.52, and which of them 1.4.46 has not. */
const inspected: Readonly<Record<string, Api>> = {
  get_check_constraints: waits,
  get_columns: waits,
  get_foreign_keys: waits,
  get_indexes: waits,
  get_materialized_view_names: { ...waits, since: '2.0' },
  get_multi_check_constraints: { ...waits, since: '2.0' },
  get_multi_columns: { ...waits, since: '2.0' },
  get_multi_foreign_keys: { ...waits, since: '2.0' },
  get_multi_indexes: { ...waits, since: '2.0' },
  get_multi_pk_constraint: { ...waits, since: '2.0' },
  get_multi_table_comment: { ...waits, since: '2.0' },
  get_multi_table_options: { ...waits, since: '2.0' },
  get_multi_unique_constraints: { ...waits, since: '2.0' },
  get_pk_constraint: waits,
  get_schema_names: waits,
  get_sequence_names: waits,
  get_sorted_table_and_fkc_names: waits,
  get_table_comment: waits,
  get_table_names: waits,
  get_table_options: waits,
  get_temp_table_names: waits,
  get_temp_view_names: waits,
  get_unique_constraints: waits,
  get_view_definition: waits,
  get_view_names: waits,
  has_index: { ...waits, since: '2.0' },
  has_schema: { ...waits, since: '2.0' },
  has_sequence: waits,
  has_table: waits,
  reflect_table: waits,
};

/**
 * `delete` loads what it cascades to, `close` and `reset` may roll back, and a savepoint is preceded by a flush; `add` and its
 * like only note what `flush` sends.
 * Sources: lib/sqlalchemy/orm/session.py, and for the coroutine functions the members of the classes of 2.0.52.
 */
const session: Readonly<Record<string, Api>> = {
  execute: result,
  scalar: waits,
  scalars,
  get: waits,
  get_one: { ...waits, since: '2.0.22' },
  merge: waits,
  refresh: waits,
  flush: waits,
  commit: waits,
  rollback: waits,
  connection: { ...waits, returns: 'sqlalchemy.engine.Connection' },
  bulk_insert_mappings: waits,
  bulk_save_objects: waits,
  bulk_update_mappings: waits,
  query,
  add: {},
  add_all: {},
  delete: mayWait,
  expire: {},
  expire_all: {},
  expunge: {},
  expunge_all: {},
  begin: {},
  begin_nested: mayWait,
  close: mayWait,
  close_all: mayWait,
  reset: { ...mayWait, since: '2.0.22' },
  get_bind: {},
  is_modified: { returns: 'builtins.bool' },
};

const asyncSession: Readonly<Record<string, Api>> = {
  execute: asyncResult,
  scalar: coroutine,
  scalars: asyncScalars,
  get: coroutine,
  get_one: { isAsync: true, since: '2.0.22' },
  merge: coroutine,
  refresh: coroutine,
  flush: coroutine,
  commit: coroutine,
  rollback: coroutine,
  delete: coroutine,
  close: coroutine,
  aclose: { isAsync: true, since: '2.0.20' },
  close_all: coroutine,
  reset: { isAsync: true, since: '2.0.22' },
  invalidate: coroutine,
  connection: { isAsync: true, returns: 'sqlalchemy.ext.asyncio.AsyncConnection' },
  stream: { isAsync: true, returns: 'sqlalchemy.ext.asyncio.AsyncResult' },
  stream_scalars: { isAsync: true, returns: 'sqlalchemy.ext.asyncio.AsyncScalarResult' },
  // Not plain functions of a result, but awaitables for `async with` too.
  begin: { isEnteredAsync: true, enters: 'sqlalchemy.ext.asyncio.AsyncSessionTransaction' },
  begin_nested: { isEnteredAsync: true, enters: 'sqlalchemy.ext.asyncio.AsyncSessionTransaction' },
  add: {},
  add_all: {},
  expire: {},
  expire_all: {},
  expunge: {},
  expunge_all: {},
  get_bind: {},
  is_modified: { returns: 'builtins.bool' },
};

/**
 * Sources: lib/sqlalchemy/engine/create.py and pool/impl.py of 2.1.1. Run with it: an SQLite database in memory takes no `max_overflow`,
 * by aiosqlite no `pool_size` either.
 */
const pool: PoolFact = {
  size: [
    { keyword: 'pool_size', default: '5' },
    { keyword: 'max_overflow', default: '10' },
  ],
  check: { keyword: 'pool_pre_ping', orElse: ['pool_recycle'] },
  replacedBy: ['poolclass', 'pool'],
  files: ['sqlite', 'duckdb'],
};

export const sqlalchemy: Library = {
  module: 'sqlalchemy',
  checkedAgainst: '2.0.52',
  docs: 'https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html',
  apis: {
    // Making an engine does not connect.
    create_engine: {
      pools: 'database',
      pool,
      returns: 'sqlalchemy.engine.Engine',
      asyncTwin: 'sqlalchemy.ext.asyncio.create_async_engine',
    },
    engine_from_config: { pools: 'database', returns: 'sqlalchemy.engine.Engine' },
    'engine.Engine': {
      pools: 'database',
      asyncTwin: 'sqlalchemy.ext.asyncio.AsyncEngine',
      methods: {
        connect: { ...waits, returns: 'sqlalchemy.engine.Connection' },
        begin: { ...waits, enters: 'sqlalchemy.engine.Connection' },
        raw_connection: waits,
        execute: { ...result, removed: '2.0' },
        scalar: { ...waits, removed: '2.0' },
        execution_options: { returns: 'sqlalchemy.engine.Engine' },
        dispose: {},
      },
    },
    'engine.Connection': {
      asyncTwin: 'sqlalchemy.ext.asyncio.AsyncConnection',
      methods: {
        execute: result,
        scalar: waits,
        scalars,
        exec_driver_sql: result,
        commit: { ...waits, since: '2.0' },
        rollback: { ...waits, since: '2.0' },
        // Sends nothing: the driver begins a transaction with the first statement.
        begin: {},
        begin_nested: waits,
        begin_twophase: mayWait,
        commit_prepared: waits,
        rollback_prepared: waits,
        recover_twophase: waits,
        execution_options: { returns: 'sqlalchemy.engine.Connection' },
        invalidate: {},
        // Rolls back what was not committed.
        close: mayWait,
      },
    },
    // Of an engine or a connection. Of a class or an object it is the mapper's or the state of that, which have none of these methods.
    inspect: { returns: 'sqlalchemy.engine.Inspector' },
    'engine.Inspector': { methods: { ...inspected, from_engine: { returns: 'sqlalchemy.engine.Inspector' } } },
    'engine.Result': {
      methods: {
        ...fetched,
        fetchone: {},
        scalar: {},
        scalar_one: {},
        scalar_one_or_none: {},
        scalars: { returns: 'sqlalchemy.engine.ScalarResult' },
        mappings: { returns: 'sqlalchemy.engine.MappingResult' },
        tuples: { ...sameResult, since: '2.0' },
        unique: sameResult,
        columns: sameResult,
        yield_per: sameResult,
      },
    },
    'engine.ScalarResult': { methods: { ...fetched, unique: { returns: 'sqlalchemy.engine.ScalarResult' } } },
    'engine.MappingResult': { methods: { ...fetched, fetchone: {}, unique: { returns: 'sqlalchemy.engine.MappingResult' } } },

    'orm.Session': {
      asyncTwin: 'sqlalchemy.ext.asyncio.AsyncSession',
      methods: { ...session, prepare: waits, invalidate: {}, in_transaction: { returns: 'builtins.bool' } },
    },
    // With `class_=AsyncSession` it makes those.
    'orm.sessionmaker': {
      makes: 'class_',
      methods: { __call__: { returns: 'sqlalchemy.orm.Session' }, begin: { enters: 'sqlalchemy.orm.Session' }, configure: {} },
    },
    'orm.scoped_session': {
      asyncTwin: 'sqlalchemy.ext.asyncio.async_scoped_session',
      methods: { ...session, __call__: { returns: 'sqlalchemy.orm.Session' }, remove: mayWait, configure: {} },
    },
    'orm.Query': {
      methods: {
        all: { ...waits, returns: 'builtins.list' },
        first: waits,
        one: waits,
        one_or_none: waits,
        scalar: waits,
        count: waits,
        get: waits,
        value: waits,
        values: waits,
        __iter__: waits,
        delete: waits,
        update: waits,
        filter: query,
        filter_by: query,
        where: query,
        join: query,
        outerjoin: query,
        options: query,
        order_by: query,
        group_by: query,
        having: query,
        limit: query,
        offset: query,
        distinct: query,
        with_entities: query,
        with_for_update: query,
        select_from: query,
        execution_options: query,
        populate_existing: query,
        yield_per: query,
        params: query,
        slice: query,
        exists: query,
        correlate: query,
        from_statement: query,
        enable_eagerloads: query,
        autoflush: query,
        add_columns: query,
        with_parent: query,
        union: query,
        union_all: query,
        intersect: query,
        except_: query,
        subquery: {},
        scalar_subquery: {},
      },
    },
    MetaData: { methods: { create_all: waits, drop_all: waits, reflect: waits } },
    Table: { methods: { create: waits, drop: waits } },

    'ext.asyncio.create_async_engine': { pools: 'database', pool, returns: 'sqlalchemy.ext.asyncio.AsyncEngine' },
    'ext.asyncio.async_engine_from_config': { pools: 'database', returns: 'sqlalchemy.ext.asyncio.AsyncEngine' },
    'ext.asyncio.AsyncEngine': {
      pools: 'database',
      methods: {
        // Awaited or entered with `async with`.
        connect: { isAsync: true, returns: 'sqlalchemy.ext.asyncio.AsyncConnection', enters: 'sqlalchemy.ext.asyncio.AsyncConnection' },
        // For `async with` only.
        begin: { isEnteredAsync: true, enters: 'sqlalchemy.ext.asyncio.AsyncConnection' },
        dispose: coroutine,
        raw_connection: coroutine,
        sync_engine: { isValue: true, returns: 'sqlalchemy.engine.Engine' },
      },
    },
    'ext.asyncio.AsyncConnection': {
      isEnteredAsync: true,
      methods: {
        execute: asyncResult,
        scalar: coroutine,
        scalars: asyncScalars,
        exec_driver_sql: asyncResult,
        commit: coroutine,
        rollback: coroutine,
        close: coroutine,
        aclose: { isAsync: true, since: '2.0.20' },
        invalidate: coroutine,
        execution_options: { isAsync: true, returns: 'sqlalchemy.ext.asyncio.AsyncConnection' },
        get_raw_connection: coroutine,
        // The function runs on the event loop's thread, in a greenlet: what it asks of the database is awaited for it.
        run_sync: coroutine,
        // Coroutine functions that may also be entered with `async with`.
        stream: { isAsync: true, returns: 'sqlalchemy.ext.asyncio.AsyncResult', enters: 'sqlalchemy.ext.asyncio.AsyncResult' },
        begin: { isEnteredAsync: true },
        begin_nested: { isEnteredAsync: true },
      },
    },
    'ext.asyncio.AsyncSession': {
      isEnteredAsync: true,
      methods: {
        ...asyncSession,
        run_sync: coroutine,
        in_transaction: { returns: 'builtins.bool' },
        sync_session: { isValue: true, returns: 'sqlalchemy.orm.Session' },
      },
    },
    'ext.asyncio.AsyncSessionTransaction': { methods: { commit: coroutine, rollback: coroutine, start: coroutine } },
    'ext.asyncio.AsyncResult': {
      methods: {
        ...streamed,
        fetchone: coroutine,
        scalar: coroutine,
        scalar_one: coroutine,
        scalar_one_or_none: coroutine,
        scalars: { returns: 'sqlalchemy.ext.asyncio.AsyncScalarResult' },
        mappings: { returns: 'sqlalchemy.ext.asyncio.AsyncMappingResult' },
        tuples: { ...sameStream, since: '2.0' },
        unique: sameStream,
        columns: sameStream,
        yield_per: sameStream,
      },
    },
    'ext.asyncio.AsyncScalarResult': { methods: { ...streamed, unique: { returns: 'sqlalchemy.ext.asyncio.AsyncScalarResult' } } },
    'ext.asyncio.AsyncMappingResult': {
      methods: { ...streamed, fetchone: coroutine, unique: { returns: 'sqlalchemy.ext.asyncio.AsyncMappingResult' } },
    },
    'ext.asyncio.async_sessionmaker': {
      since: '2.0',
      makes: 'class_',
      methods: {
        __call__: { returns: 'sqlalchemy.ext.asyncio.AsyncSession' },
        begin: { isEnteredAsync: true, enters: 'sqlalchemy.ext.asyncio.AsyncSession' },
        configure: {},
      },
    },
    'ext.asyncio.async_scoped_session': {
      methods: { ...asyncSession, __call__: { returns: 'sqlalchemy.ext.asyncio.AsyncSession' }, remove: coroutine },
    },
  },
  aliases: {
    'engine.create_engine': 'create_engine',
    'schema.MetaData': 'MetaData',
    'schema.Table': 'Table',
    'engine.base.Engine': 'engine.Engine',
    'engine.base.Connection': 'engine.Connection',
    'engine.reflection.Inspector': 'engine.Inspector',
    'engine.result.Result': 'engine.Result',
    'engine.result.ScalarResult': 'engine.ScalarResult',
    Engine: 'engine.Engine',
    Connection: 'engine.Connection',
    Inspector: 'engine.Inspector',
    Result: 'engine.Result',
    ScalarResult: 'engine.ScalarResult',
    'orm.session.Session': 'orm.Session',
    'orm.session.sessionmaker': 'orm.sessionmaker',
    'orm.scoping.scoped_session': 'orm.scoped_session',
    'orm.query.Query': 'orm.Query',
    'ext.asyncio.engine.create_async_engine': 'ext.asyncio.create_async_engine',
    'ext.asyncio.engine.AsyncEngine': 'ext.asyncio.AsyncEngine',
    'ext.asyncio.engine.AsyncConnection': 'ext.asyncio.AsyncConnection',
    'ext.asyncio.result.AsyncResult': 'ext.asyncio.AsyncResult',
    'ext.asyncio.session.AsyncSession': 'ext.asyncio.AsyncSession',
    'ext.asyncio.session.async_sessionmaker': 'ext.asyncio.async_sessionmaker',
    'ext.asyncio.scoping.async_scoped_session': 'ext.asyncio.async_scoped_session',
  },
};

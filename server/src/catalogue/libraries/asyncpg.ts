import type { Api, Library, TimeoutFact } from '../schema';

/** The connection's `command_timeout`, which is no limit by default. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' };
const command: Api = { isAsync: true, timeout };

const commands: Readonly<Record<string, Api>> = {
  execute: command,
  executemany: command,
  fetch: command,
  fetchval: command,
  fetchrow: command,
  fetchmany: { ...command, since: '0.30' },
  copy_from_query: command,
  copy_from_table: command,
  copy_to_table: command,
  copy_records_to_table: command,
};

export const asyncpg: Library = {
  module: 'asyncpg',
  checkedAgainst: '0.31',
  docs: 'https://magicstack.github.io/asyncpg/current/api/index.html',
  apis: {
    // 60 seconds by default.
    connect: {
      isAsync: true,
      returns: 'asyncpg.Connection',
      timeout: { ...timeout, whenAbsent: 'bounded', limit: '60 seconds to connect', whenNone: 'forever', isNetwork: true },
    },
    // Awaited or entered with `async with`. Defaults: asyncpg/pool.py of 0.31.0.
    create_pool: {
      isAsync: true,
      pools: 'database',
      pool: {
        size: [
          { keyword: 'min_size', default: '10' },
          { keyword: 'max_size', default: '10' },
        ],
      },
      returns: 'asyncpg.Pool',
      enters: 'asyncpg.Pool',
    },
    Connection: {
      methods: {
        ...commands,
        prepare: { ...command, returns: 'asyncpg.prepared_stmt.PreparedStatement' },
        // Awaited, or iterated with `async for`, inside of a transaction.
        cursor: { timeout },
        // For `async with`, or with `start` and `commit`.
        transaction: { returns: 'asyncpg.transaction.Transaction' },
        close: { isAsync: true, timeout: { ...timeout, whenAbsent: 'forever', whenNone: 'forever' } },
        reset: { isAsync: true, timeout: { ...timeout, whenAbsent: 'forever', whenNone: 'forever' } },
        add_listener: { isAsync: true },
        remove_listener: { isAsync: true },
        set_type_codec: { isAsync: true },
        terminate: {},
      },
    },
    'transaction.Transaction': {
      isEnteredAsync: true,
      methods: { start: { isAsync: true }, commit: { isAsync: true }, rollback: { isAsync: true } },
    },
    'prepared_stmt.PreparedStatement': {
      methods: { fetch: command, fetchval: command, fetchrow: command, executemany: command, cursor: { timeout } },
    },
    // `timeout` does not bound the wait for a free connection.
    Pool: {
      isEnteredAsync: true,
      pools: 'database',
      methods: {
        ...commands,
        release: command,
        // Waits for ever for connections that are still in use.
        close: { isAsync: true },
        expire_connections: { isAsync: true },
        terminate: {},
        acquire: {
          isAsync: true,
          returns: 'asyncpg.Connection',
          enters: 'asyncpg.Connection',
          timeout: { ...timeout, whenAbsent: 'forever', whenNone: 'forever' },
        },
      },
    },
  },
  aliases: {
    'connection.connect': 'connect',
    'connection.Connection': 'Connection',
    'pool.create_pool': 'create_pool',
    'pool.Pool': 'Pool',
  },
  // Bases and names as in asyncpg/exceptions of 0.31 and 0.32. A lost race for a unique value may well be tried again, so that has no kind.
  errors: {
    PostgresError: { of: ['builtins.Exception'], kind: 'mixed', also: ['exceptions.PostgresError'] },
    InterfaceError: { of: ['builtins.Exception'], kind: 'mixed', also: ['exceptions.InterfaceError'] },
    ClientConfigurationError: {
      of: ['InterfaceError', 'builtins.ValueError'],
      kind: 'permanent',
      also: ['exceptions.ClientConfigurationError'],
    },
    InternalClientError: { of: ['builtins.Exception'], also: ['exceptions.InternalClientError'] },
    ProtocolError: { of: ['InternalClientError'], also: ['exceptions.ProtocolError'] },
    PostgresConnectionError: { of: ['PostgresError'], kind: 'transient', also: ['exceptions.PostgresConnectionError'] },
    ConnectionDoesNotExistError: { of: ['PostgresConnectionError'], kind: 'transient', also: ['exceptions.ConnectionDoesNotExistError'] },
    ConnectionFailureError: { of: ['PostgresConnectionError'], kind: 'transient', also: ['exceptions.ConnectionFailureError'] },
    ClientCannotConnectError: { of: ['PostgresConnectionError'], kind: 'transient', also: ['exceptions.ClientCannotConnectError'] },
    ConnectionRejectionError: { of: ['PostgresConnectionError'], kind: 'transient', also: ['exceptions.ConnectionRejectionError'] },
    DataError: { of: ['PostgresError'], kind: 'permanent', also: ['exceptions.DataError'] },
    DivisionByZeroError: { of: ['DataError'], kind: 'permanent', also: ['exceptions.DivisionByZeroError'] },
    NumericValueOutOfRangeError: { of: ['DataError'], kind: 'permanent', also: ['exceptions.NumericValueOutOfRangeError'] },
    InvalidTextRepresentationError: { of: ['DataError'], kind: 'permanent', also: ['exceptions.InvalidTextRepresentationError'] },
    StringDataRightTruncationError: { of: ['DataError'], kind: 'permanent', also: ['exceptions.StringDataRightTruncationError'] },
    IntegrityConstraintViolationError: { of: ['PostgresError'], kind: 'permanent', also: ['exceptions.IntegrityConstraintViolationError'] },
    NotNullViolationError: { of: ['IntegrityConstraintViolationError'], kind: 'permanent', also: ['exceptions.NotNullViolationError'] },
    ForeignKeyViolationError: {
      of: ['IntegrityConstraintViolationError'],
      kind: 'permanent',
      also: ['exceptions.ForeignKeyViolationError'],
    },
    UniqueViolationError: { of: ['IntegrityConstraintViolationError'], also: ['exceptions.UniqueViolationError'] },
    CheckViolationError: { of: ['IntegrityConstraintViolationError'], kind: 'permanent', also: ['exceptions.CheckViolationError'] },
    ExclusionViolationError: { of: ['IntegrityConstraintViolationError'], also: ['exceptions.ExclusionViolationError'] },
    InvalidAuthorizationSpecificationError: {
      of: ['PostgresError'],
      kind: 'permanent',
      also: ['exceptions.InvalidAuthorizationSpecificationError'],
    },
    InvalidPasswordError: { of: ['InvalidAuthorizationSpecificationError'], kind: 'permanent', also: ['exceptions.InvalidPasswordError'] },
    InvalidCatalogNameError: { of: ['PostgresError'], kind: 'permanent', also: ['exceptions.InvalidCatalogNameError'] },
    InvalidSchemaNameError: { of: ['PostgresError'], kind: 'permanent', also: ['exceptions.InvalidSchemaNameError'] },
    TransactionRollbackError: { of: ['PostgresError'], kind: 'transient', also: ['exceptions.TransactionRollbackError'] },
    SerializationError: { of: ['TransactionRollbackError'], kind: 'transient', also: ['exceptions.SerializationError'] },
    DeadlockDetectedError: { of: ['TransactionRollbackError'], kind: 'transient', also: ['exceptions.DeadlockDetectedError'] },
    SyntaxOrAccessError: { of: ['PostgresError'], kind: 'permanent', also: ['exceptions.SyntaxOrAccessError'] },
    PostgresSyntaxError: { of: ['SyntaxOrAccessError'], kind: 'permanent', also: ['exceptions.PostgresSyntaxError'] },
    InsufficientPrivilegeError: { of: ['SyntaxOrAccessError'], kind: 'permanent', also: ['exceptions.InsufficientPrivilegeError'] },
    UndefinedColumnError: { of: ['SyntaxOrAccessError'], kind: 'permanent', also: ['exceptions.UndefinedColumnError'] },
    UndefinedFunctionError: { of: ['SyntaxOrAccessError'], kind: 'permanent', also: ['exceptions.UndefinedFunctionError'] },
    UndefinedTableError: { of: ['SyntaxOrAccessError'], also: ['exceptions.UndefinedTableError'] },
    DuplicateTableError: { of: ['SyntaxOrAccessError'], kind: 'permanent', also: ['exceptions.DuplicateTableError'] },
    InsufficientResourcesError: { of: ['PostgresError'], kind: 'transient', also: ['exceptions.InsufficientResourcesError'] },
    DiskFullError: { of: ['InsufficientResourcesError'], also: ['exceptions.DiskFullError'] },
    TooManyConnectionsError: { of: ['InsufficientResourcesError'], kind: 'transient', also: ['exceptions.TooManyConnectionsError'] },
    ObjectNotInPrerequisiteStateError: { of: ['PostgresError'], also: ['exceptions.ObjectNotInPrerequisiteStateError'] },
    LockNotAvailableError: { of: ['ObjectNotInPrerequisiteStateError'], kind: 'transient', also: ['exceptions.LockNotAvailableError'] },
    OperatorInterventionError: { of: ['PostgresError'], kind: 'mixed', also: ['exceptions.OperatorInterventionError'] },
    QueryCanceledError: { of: ['OperatorInterventionError'], also: ['exceptions.QueryCanceledError'] },
    AdminShutdownError: { of: ['OperatorInterventionError'], kind: 'transient', also: ['exceptions.AdminShutdownError'] },
    CrashShutdownError: { of: ['OperatorInterventionError'], kind: 'transient', also: ['exceptions.CrashShutdownError'] },
    CannotConnectNowError: { of: ['OperatorInterventionError'], kind: 'transient', also: ['exceptions.CannotConnectNowError'] },
    InvalidCachedStatementError: { of: ['FeatureNotSupportedError'], kind: 'transient', also: ['exceptions.InvalidCachedStatementError'] },
    FeatureNotSupportedError: { of: ['PostgresError'], kind: 'permanent', also: ['exceptions.FeatureNotSupportedError'] },
  },
  // Connecting lets out the system's own errors as well; a time-out is always the built-in one (asyncpg/connect_utils.py, protocol.pyx).
  raises: ['PostgresError', 'InterfaceError', 'InternalClientError', 'builtins.OSError', 'builtins.TimeoutError'],
};

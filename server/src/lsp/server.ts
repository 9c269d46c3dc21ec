/**
 * The language server, wherever it runs.
 *
 * Invariants: it is a loop over features, and knows none of them; nothing is registered before the client has said what it
 * can do, so no handler meets a session that is half made; the host brings everything that depends on the place.
 */
import type { Connection, InitializeError, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';
import { CancellationToken, ErrorCodes, ResponseError } from './library';
import { configurationFor, engineFor } from './parts';
import type { Feature } from './feature';
import { fileAccess } from './fileAccess';
import { checkWorkspace } from './features/checkWorkspace';
import { codeActions } from './features/codeActions';
import { configurationChanges } from './features/configurationChanges';
import { documentSync } from './features/documentSync';
import { hover } from './features/hover';
import { pages } from './features/pages';
import { pullDiagnostics } from './features/pullDiagnostics';
import { pushDiagnostics } from './features/pushDiagnostics';
import { createGuard, type Guard } from './guard';
import type { Host } from './host';
import { createSession, type Session } from './session';

const features: readonly Feature[] = [
  documentSync,
  pushDiagnostics,
  pullDiagnostics,
  codeActions,
  hover,
  configurationChanges,
  checkWorkspace,
  pages,
];

/** Serves one client until it says goodbye. */
export function startServer(connection: Connection, host: Host): void {
  const guard = createGuard(connection.console);
  let session: Session | undefined;
  let isInitialized = false;
  connection.onInitialize(async (params) => {
    if (isInitialized) return new ResponseError<InitializeError>(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    isInitialized = true;
    const made = await sessionFor(params, connection, host, guard);
    if (made instanceof ResponseError) return made;
    session = made;
    for (const feature of features) feature.register(session);
    connection.console.info(`service-patterns ${host.version} with ${session.engine.rules.length} rules`);
    return { capabilities: capabilities(), serverInfo: { name: 'service-patterns', version: host.version } } satisfies InitializeResult;
  });
  connection.onRequest((method) => guard.request(method, undefined, () => unanswered(method, session))(undefined, CancellationToken.None));
  connection.onShutdown(async () => {
    guard.close();
    // Whoever says goodbye is answered, whatever becomes of what should have been kept.
    await session?.dispose().catch((error: unknown) => connection.console.error(`shutdown: ${String(error)}`));
  });
  connection.listen();
}

/** The answer to a request that nothing has been registered for: nothing ever is, or nothing is yet. */
function unanswered(method: string, session: Session | undefined): ResponseError<never> {
  return session
    ? new ResponseError<never>(ErrorCodes.MethodNotFound, `There is no method ${method}.`)
    : new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
}

function capabilities(): ServerCapabilities {
  return features.reduce((all, feature) => ({ ...all, ...feature.capabilities }), {});
}

async function sessionFor(
  params: InitializeParams,
  connection: Connection,
  host: Host,
  guard: Guard,
): Promise<Session | ResponseError<InitializeError>> {
  const options = optionsOf(params.initializationOptions);
  try {
    const parser = await host.createParser(options.wasm);
    const files = fileAccess(connection, host, options);
    const configuration = configurationFor(params, connection, host, files);
    const engine = engineFor(parser, host, configuration);
    return createSession({
      connection,
      host,
      guard,
      engine,
      client: params.capabilities,
      options,
      configuration,
      files,
      parser,
      log: connection.console,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new ResponseError<InitializeError>(
      ErrorCodes.InternalError,
      `The parser cannot be loaded: ${reason}. Installing the extension again may help.`,
      { retry: false },
    );
  }
}

/** Clients other than ours send what they like, or nothing. */
function optionsOf(options: unknown): InitializationOptions {
  return typeof options === 'object' && options !== null ? options : {};
}

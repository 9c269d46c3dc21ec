/** A client that talks to the real server over a pipe in memory, with the real parser. */
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import type { ClientCapabilities, Diagnostic, InitializeResult, PublishDiagnosticsParams, RegistrationParams } from 'vscode-languageserver';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { matchesGlob } from '../../../server/src/hosts/glob';
import { parseConfig } from '../../../server/src/hosts/toml';
import type { Host } from '../../../server/src/lsp/host';
import { startServer } from '../../../server/src/lsp/server';
import { createParser } from '../../../server/src/parser/treeSitter';
import { methods, type FileStatus } from '../../../server/src/protocol';

export const workspace = 'file:///work';

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Everything that the server logged, one message an entry. */
  readonly log: readonly string[];
  /** What was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: ReadonlyMap<string, FileStatus>;
  /** Progress that the server reported, in order. */
  readonly progress: readonly ProgressNote[];
  /** What the server registered for, by method. */
  readonly registered: ReadonlyMap<string, unknown>;
  /** The files that stand on the disk of this test; changes count from the next notification on. */
  readonly files: Map<string, string>;
  /** What `workspace/configuration` answers. */
  settings: Record<string, unknown>;
  /** The exit code, when the server has asked to end. */
  readonly exitCode: number | undefined;
  open(uri: string, text: string, version?: number, languageId?: string): Promise<void>;
  change(uri: string, version: number, ...changes: readonly Change[]): Promise<void>;
  /** Waits for published diagnostics of a file that fulfil a condition. */
  untilPublished(uri: string, holds: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  stop(): Promise<void>;
}

export interface ProgressNote {
  readonly token: string | number;
  readonly value: { readonly kind: 'begin' | 'report' | 'end'; readonly percentage?: number; readonly message?: string };
}

export interface Change {
  readonly text: string;
  /** Start line and character, end line and character; the whole text without. */
  readonly range?: readonly [number, number, number, number];
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Record<string, unknown>;
  /** Changes the host that the server gets. */
  readonly host?: Partial<Host>;
}

/** A way to start clients that remembers them, so that a file of tests ends with `after(stop)`. */
export interface Starter<Given extends readonly unknown[], Client extends TestClient> {
  readonly start: (...given: Given) => Promise<Client>;
  /** Stops every client that was started. */
  readonly stop: () => Promise<void>;
}

export function starter<Given extends readonly unknown[], Client extends TestClient>(
  startOne: (...given: Given) => Promise<Client>,
): Starter<Given, Client> {
  const started: Client[] = [];
  return {
    start: async (...given) => {
      const client = await startOne(...given);
      started.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(started.map((client) => client.stop()));
    },
  };
}

const changedSettings = 'workspace/didChangeConfiguration';

/** What a modest editor can do: no pull, no resolve, no dynamic registration. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
};

/** What VS Code can do, as far as it concerns us. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
  },
};

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const pipe = connect(options.host);
  const { connection } = pipe;
  const log: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const statuses = new Map<string, FileStatus>();
  const listeners = new Set<() => void>();
  const state = { settings: options.settings ?? {} };
  const progress: ProgressNote[] = [];
  const registered = new Map<string, unknown>();
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', (note: ProgressNote) => void progress.push(note));
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations) registered.set(method, registerOptions);
    // As VS Code does: it tells of settings before it answers.
    if (registrations.some(({ method }) => method === changedSettings))
      void connection.sendNotification(changedSettings, { settings: null });
    return null;
  });
  connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const listener of listeners) listener();
  });
  connection.onNotification(methods.status, (status: FileStatus) => void statuses.set(status.uri, status));
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => state.settings));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  const files = new Map(Object.entries(options.files ?? {}));
  connection.onRequest(methods.readFile, ({ uri }: { readonly uri: string }) => files.get(uri) ?? null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: workspace,
    capabilities: options.capabilities ?? plainCapabilities,
    workspaceFolders: [{ uri: workspace, name: 'work' }],
    initializationOptions: options.initializationOptions ?? { status: true, readFile: true },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    published,
    statuses,
    progress,
    registered,
    files,
    get settings() {
      return state.settings;
    },
    set settings(settings) {
      state.settings = settings;
    },
    get exitCode() {
      return pipe.exitCode();
    },
    open: (uri, text, version = 1, languageId = 'python') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } }),
    change: (uri, version, ...changes) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes.map(contentChange) }),
    untilPublished: (uri, holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          const latest = published.filter((params) => params.uri === uri).at(-1);
          if (!latest || !holds(latest)) return;
          listeners.delete(look);
          resolve(latest);
        };
        listeners.add(look);
        look();
      }),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await pipe.exited;
      pipe.end();
    },
  };
}

/** The rules that report, in the order of the diagnostics. */
export function rulesIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => String(code));
}

/** A text with one `|` in it, and the position of that. */
export function marked(text: string): { readonly text: string; readonly position: { readonly line: number; readonly character: number } } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return { text: text.replace('|', ''), position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

interface Pipe {
  readonly connection: ProtocolConnection;
  readonly exited: Promise<void>;
  exitCode(): number | undefined;
  end(): void;
}

function connect(changes: Partial<Host> = {}): Pipe {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  let exitCode: number | undefined;
  let tellExit: () => void = () => undefined;
  const exited = new Promise<void>((resolve) => {
    tellExit = resolve;
  });
  const watchDog = {
    shutdownReceived: false,
    initialize: () => undefined,
    exit: (code: number) => {
      exitCode = code;
      tellExit();
    },
  };
  const server = createConnection(
    () => createProtocolConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    watchDog,
  );
  startServer(server, { ...testHost, ...changes });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return {
    connection,
    exited,
    exitCode: () => exitCode,
    end: () => {
      connection.end();
      connection.dispose();
      server.dispose();
    },
  };
}

export const testHost: Host = {
  createParser: () =>
    createParser({
      runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
      python: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
    }),
  parseConfig,
  matchesGlob,
  schedule: (task, delayMs) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  processId: 4711,
  version: '0.0.0-test',
};

function contentChange({ text, range }: Change): unknown {
  if (!range) return { text };
  const [line, character, endLine, endCharacter] = range;
  return { text, range: { start: { line, character }, end: { line: endLine, character: endCharacter } } };
}

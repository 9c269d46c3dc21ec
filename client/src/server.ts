/**
 * The language server as the rest of the extension sees it: what can be asked of it, and how it fares.
 *
 * Invariants: it is started, stopped and restarted one after another, never at the same time; when it ends by itself it is
 * started again, but not for ever; the only message that ever pops up is that it cannot run.
 */
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, RevealOutputChannelOn, State } from 'vscode-languageclient';
import type { BaseLanguageClient, ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import { diagnosticSource, languageId, linkCommands, methods, projectFileNames } from '../../server/src/protocol';
import type { Catalog, FileStatus, InitializationOptions, PageParams, WorkspaceResult } from '../../server/src/protocol';
import { createProgressBook, type Indexing } from './progress';
import { answerReads } from './reading';

/** Makes the client that talks to a server of its own: a process on the desktop, a worker in the browser. */
export type CreateClient = (options: LanguageClientOptions, assets: InitializationOptions) => Promise<BaseLanguageClient>;

/** How the server fares. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** What can be asked of the server, whichever runs at the moment. */
export interface Server {
  dispose(): void;
  readonly state: ServerState;
  readonly onStateChange: vscode.Event<ServerState>;
  readonly onFileStatus: vscode.Event<FileStatus>;
  catalog(): Promise<Catalog>;
  /** A rule's or topic's page as Markdown; undefined when there is none. */
  page(page: PageParams): Promise<string | undefined>;
  checkFile(uri: vscode.Uri): Promise<unknown>;
  /** Checks all files; `onProgress` is told how far it is, as `120/380`. Undefined where it was cancelled or failed. */
  checkWorkspace(token: vscode.CancellationToken, onProgress: (message: string) => void): Promise<WorkspaceResult | undefined>;
  /** Takes back what checks of all files have shown of files that are not open. */
  clearResults(): Promise<unknown>;
  /** Tells how far the server is in reading the workspace; undefined when it has ended. */
  readonly onIndexing: vscode.Event<Indexing | undefined>;
  cancelIndexing(): Promise<void>;
  /** Has the server go on reading the workspace after somebody has cancelled that. */
  readWorkspace(): Promise<void>;
  processId(): Promise<number | undefined>;
  /** Starts the server, after stopping the one that runs. A failure is told to the user and shows in the state. */
  start(): Promise<void>;
}

/** Python in any scheme, and the project files that hold our settings. */
export const checkedDocuments = [{ language: languageId }, ...projectFileNames.map((name) => ({ pattern: `**/${name}` }))];

/** Nothing runs until it is started. */
export function createServer(createClient: CreateClient, log: vscode.LogOutputChannel, storage: vscode.Uri | undefined): Server {
  const states = new vscode.EventEmitter<ServerState>();
  const statuses = new vscode.EventEmitter<FileStatus>();
  const progress = createProgressBook();
  let client: BaseLanguageClient | undefined;
  let pending: Promise<void> = Promise.resolve();
  const inTurn = (action: () => Promise<void>): Promise<void> => (pending = pending.then(action, action));
  const stop = async (): Promise<void> => {
    if (client?.needsStop()) await client.stop();
  };
  // A client whose start has failed is of no use any more, so every start makes its own.
  const start = async (): Promise<void> => {
    await stop();
    const started = await createClient({ ...clientOptions(log, onFailure), middleware: progress.middleware }, abilities(storage));
    progress.clear();
    client = started;
    started.onDidChangeState(() => states.fire(stateOf(client)));
    started.onNotification(methods.status, (status: FileStatus) => statuses.fire(status));
    answerReads(started);
    await started.start();
  };
  const startOrTell = async (): Promise<void> => {
    try {
      await start();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      onFailure(`cannot start: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const onFailure = (problem: string): void => void offerRestart(problem, () => inTurn(startOrTell), log);
  const request = async <Result>(method: string, params?: unknown): Promise<Result | undefined> => {
    await pending;
    return (await client?.sendRequest<Result | null>(method, params)) ?? undefined;
  };
  return {
    get state() {
      return stateOf(client);
    },
    onStateChange: states.event,
    onFileStatus: statuses.event,
    catalog: async () => (await request<Catalog>(methods.catalog)) ?? { rules: [], topics: [], snippets: [] },
    page: (page) => request<string>(methods.page, page),
    checkFile: (uri) => request(methods.checkFile, { uri: uri.toString() }),
    checkWorkspace: async (token, onProgress) => {
      await pending;
      return client && progress.checkWorkspace(client, token, onProgress);
    },
    clearResults: () => request(methods.clearResults),
    onIndexing: progress.onIndexing,
    cancelIndexing: () => progress.cancelIndexing(client),
    readWorkspace: async () => client?.sendNotification(methods.readWorkspace),
    processId: () => request<number>(methods.processId),
    start: () => inTurn(startOrTell),
    dispose: () => {
      void inTurn(stop).finally(() => {
        for (const part of [states, statuses, progress]) part.dispose();
      });
    },
  };
}

/** What this client can do for a server. */
function abilities(storage: vscode.Uri | undefined): InitializationOptions {
  const known = { commandLinks: true, status: true, readFile: true, readSources: true };
  return storage === undefined ? known : { ...known, storage: storage.toString() };
}

function stateOf(client: BaseLanguageClient | undefined): ServerState {
  if (client?.state === State.Running) return 'running';
  return client === undefined || client.state === State.Starting ? 'starting' : 'stopped';
}

function clientOptions(log: vscode.LogOutputChannel, onFailure: (message: string) => void): LanguageClientOptions {
  return {
    documentSelector: checkedDocuments,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: diagnosticSource,
    diagnosticPullOptions: { onChange: true, onSave: true },
    markdown: { isTrusted: { enabledCommands: Object.values(linkCommands) }, supportHtml: false },
    // Whoever starts the server tells about it.
    initializationFailedHandler: () => false,
    errorHandler: untilItEndsTooOften(onFailure),
  };
}

const endsAllowed = 4;
const endsCountedFor = 3 * 60 * 1000;

/** Starts the server again each time it ends by itself, until it has done so five times in three minutes. */
function untilItEndsTooOften(onFailure: (message: string) => void): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: (error) => ({
      action: ErrorAction.Continue,
      message: `The connection to the server had an error: ${error.message}`,
      handled: true,
    }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((time) => now - time < endsCountedFor), now];
      if (ends.length <= endsAllowed)
        return { action: CloseAction.Restart, message: 'The server ended and is started again.', handled: true };
      ends = [];
      onFailure('ended five times in three minutes and is not started again.');
      return { action: CloseAction.DoNotRestart, message: 'The server ended five times in three minutes.', handled: true };
    },
  };
}

async function offerRestart(problem: string, restart: () => Promise<void>, log: vscode.LogOutputChannel): Promise<void> {
  const choice = await vscode.window.showErrorMessage(
    `The language server of Python Service Patterns ${problem}`,
    'Restart Server',
    'Show Log',
  );
  if (choice === 'Show Log') log.show();
  if (choice === 'Restart Server') await restart();
}

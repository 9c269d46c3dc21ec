/**
 * Clients of the bundled server: of the one for Node as a process, and of the one for the browser in a web worker.
 *
 * The clock of both stands still: on a machine that has too much to do, no rule runs out of its time.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { DataCallback, Disposable, Message, ProtocolConnection } from 'vscode-languageserver/node';
import { methods } from '../../../server/src/protocol';
import type { Bundles } from './bundles';

/** A server that was started from a bundle, with the documents of a workspace. */
export interface BundledServer {
  readonly connection: ProtocolConnection;
  /** Opens a document and gives all that is found in it. */
  findings(uri: string, text: string): Promise<readonly Diagnostic[]>;
  /** The actions for the whole of an open document, with their edits. */
  actions(uri: string): Promise<readonly CodeAction[]>;
  stop(): Promise<void>;
}

export interface Workspace {
  readonly uri: string;
  /** The text of a project file, for the server that cannot read it. */
  readonly read: (uri: string) => string | undefined;
}

const capabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: { configuration: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} } },
};
const whole = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

export async function startNodeServer({ nodeServer }: Bundles, workspace: Workspace): Promise<BundledServer> {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${stoppedClock}`, nodeServer, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  return begun(connection, workspace, {}, () => ended);
}

export async function startWebServer({ webServer, runtime, python }: Bundles, workspace: Workspace): Promise<BundledServer> {
  const worker = new Worker(webWorker, { eval: true, workerData: readFileSync(webServer, 'utf8') });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
  return begun(connection, workspace, { wasm: { runtime: readFileSync(runtime), python: readFileSync(python) } }, () => ended);
}

const stoppedClock = 'performance.now=()=>0';

/** Makes a thread what a web worker is: what Node alone has is gone before the bundle begins. */
const webWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { runInThisContext } = require('node:vm');
  const listeners = [];
  ${stoppedClock};
  globalThis.self = globalThis;
  globalThis.WorkerGlobalScope = class {};
  globalThis.location = { href: 'blob:worker' };
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.addEventListener = () => undefined;
  globalThis.close = () => parentPort.close();
  parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
  for (const name of ['process', 'Buffer', 'require', 'module', 'global', 'setImmediate', 'clearImmediate', 'fetch']) delete globalThis[name];
  runInThisContext(workerData);
`;

async function begun(
  connection: ProtocolConnection,
  { uri, read }: Workspace,
  options: object,
  ended: () => Promise<void>,
): Promise<BundledServer> {
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => null));
  connection.onRequest(methods.readFile, (params: { readonly uri: string }) => read(params.uri) ?? null);
  connection.listen();
  const workspaceFolders = [{ uri, name: 'work' }];
  const initializationOptions = { ...options, readFile: true };
  await connection.sendRequest('initialize', { processId: null, rootUri: uri, capabilities, workspaceFolders, initializationOptions });
  await connection.sendNotification('initialized', {});
  const findings = async (document: string, text: string): Promise<readonly Diagnostic[]> => {
    const languageId = document.endsWith('.toml') ? 'toml' : 'python';
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: document, languageId, version: 1, text } });
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: document },
    });
    return items;
  };
  return {
    connection,
    findings,
    actions: async (document) => {
      const offered = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: document },
        range: whole,
        context: { diagnostics: [] },
      });
      return Promise.all(offered.map((action) => connection.sendRequest<CodeAction>('codeAction/resolve', action)));
    },
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended();
      connection.dispose();
    },
  };
}

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
    worker.on('error', (error) => this.fireError(error));
  }

  listen(callback: DataCallback): Disposable {
    this.worker.on('message', callback);
    return { dispose: () => void this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  write(message: Message): Promise<void> {
    this.worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The worker ends by itself.
  }
}

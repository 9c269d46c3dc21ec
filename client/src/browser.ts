/**
 * The entry in the browser: the server runs in a web worker, and is handed the parser's files as bytes.
 *
 * The worker is made from a blob because VS Code refuses workers from the address that a remote window's extensions have.
 */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { activateExtension, type ExtensionApi } from './extension';

/** Called by VS Code in the browser. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const read = (name: string): Thenable<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
  return activateExtension(context, async (options, assets) => {
    const [runtime, python, code] = await Promise.all([
      read('web-tree-sitter.wasm'),
      read('tree-sitter-python.wasm'),
      read('web/server.js'),
    ]);
    const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
    let worker: Worker | undefined;
    const stopWorker = (): void => worker?.terminate();
    context.subscriptions.push({ dispose: stopWorker }, { dispose: () => URL.revokeObjectURL(address) });
    // Not the worker itself: VS Code's own `Worker` makes objects that are none by `instanceof`, for which the client asks.
    const startWorker = (): Promise<MessageTransports> => {
      // A restart makes a new worker; the old one would go on without anybody listening.
      stopWorker();
      worker = new Worker(address);
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    };
    return new LanguageClient('servicePatterns', 'Service Patterns', startWorker, {
      ...options,
      initializationOptions: { ...assets, wasm: { runtime, python } },
    });
  });
}

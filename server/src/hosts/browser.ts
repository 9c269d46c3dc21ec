/**
 * The language server in a browser: a web worker, which is handed the parser's files and asks the client for all others.
 *
 * Invariant: no Node, no file system, no network.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import type { Host } from '../lsp/host';
import { startServer } from '../lsp/server';
import { createParser } from '../parser/treeSitter';
import { matchesGlob } from './glob';
import { parseConfig } from './toml';

declare const self: DedicatedWorkerGlobalScope;

const host: Host = {
  createParser: (wasm) => {
    if (!wasm) return Promise.reject(new Error('the client did not hand over its files'));
    return createParser(wasm);
  },
  parseConfig,
  matchesGlob,
  schedule: (task, delayMs) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  processId: undefined,
  version,
};

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, host);
// Nobody else ends a worker that its client has left.
connection.onExit(() => self.close());

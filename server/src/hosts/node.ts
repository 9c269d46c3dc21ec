/**
 * The language server on a desktop: a process of its own, which talks over the channel that its arguments name
 * (`--node-ipc`, `--stdio`, `--socket=…`, `--pipe=…`).
 *
 * Invariants: nothing is read but the two WebAssembly files beside the bundle, and folders, project files and source files of
 * the workspace; nothing is written but what is kept between starts, where the client says; no process is started.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { Host } from '../lsp/host';
import { createReader } from '../lsp/index/reader';
import { startServer } from '../lsp/server';
import { createParser } from '../parser/treeSitter';
import { matchesGlob } from './glob';
import { answerQuestions, isMainThread, keepHeapSmall, startReaders } from './readers';
import { parseConfig } from './toml';
import { storage, workspaceFiles } from './workspaceFiles';

/** In bytes. Only files that people write by hand are read. */
const largestFile = 1024 * 1024;

const host: Host = {
  createParser: async () => {
    if (isMainThread) settleFlags();
    const [runtime, python] = await Promise.all([asset('web-tree-sitter.wasm'), asset('tree-sitter-python.wasm')]);
    return createParser({ runtime, python });
  },
  parseConfig,
  matchesGlob,
  readFile: async (uri) => {
    try {
      const path = fileURLToPath(uri);
      const stats = await stat(path);
      return stats.isFile() && stats.size <= largestFile ? await readFile(path, 'utf8') : undefined;
    } catch {
      // Most folders have no such file; one that cannot be read is as good as none.
      return undefined;
    }
  },
  files: workspaceFiles,
  startReaders: () => startReaders(__filename),
  storage,
  schedule: (task, delayMs) => {
    if (delayMs > 0) {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    }
    // The shortest timer takes a millisecond, and long work goes on in slices of ten; requests have their turn all the same.
    const turn = setImmediate(task);
    return () => clearImmediate(turn);
  },
  now: () => performance.now(),
  processId: process.pid,
  version,
};

/**
 * Settings of V8, made as late as possible, since what Node brings compiled does not count from then on.
 *
 * The parser is compiled anew and better after a tenth of a second of work, in place of a hundredth: on the way to the first
 * diagnostics that takes more than it gives, and holds up the program in the middle.
 */
function settleFlags(): void {
  keepHeapSmall();
  setFlagsFromString('--wasm-tiering-budget=1000000000');
}

if (isMainThread) startServer(createConnection(), host);
else answerQuestions(createReader({ ...host, files: workspaceFiles }));

/** The bundle stands in a folder beside the assets. */
function asset(name: string): Promise<Uint8Array> {
  return readFile(join(__dirname, '..', name));
}

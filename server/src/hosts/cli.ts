/**
 * The entry of the command line: all input and output of `dist/cli.js` happens here.
 *
 * Invariants: nothing is read but what the command line asked for, the bundle's own files and project files; nothing is
 * written but what `--fix` and `--output-file` name; no process is started.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { run } from '../cli/run';
import type { CliHost } from '../cli/ports';
import { createThreadWork } from '../cli/threads';
import { createParser } from '../parser/treeSitter';
import type { Parser } from '../syntax/parser';
import { disk } from './disk';
import { matchesGlob } from './glob';
import { terminal } from './terminal';
import { answerQuestions, isMainThread, startThread } from './threads';
import { parseConfig } from './toml';

let isInterrupted = false;
process.once('SIGINT', () => {
  isInterrupted = true;
});

const host: CliHost = {
  console: terminal(),
  files: disk(),
  version,
  parseConfig,
  matchesGlob,
  createParser: parserBesideBundle,
  now: () => performance.now(),
  breathe: () => new Promise((resume) => setImmediate(resume)),
  isInterrupted: () => isInterrupted,
  processors: availableParallelism(),
  startThread: () => startThread(__filename),
  serve,
};

if (isMainThread) runHere();
else answerQuestions(createThreadWork(host));

function runHere(): void {
  void run(process.argv.slice(2), host).then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error: unknown) => {
      host.console.warn(
        `service-patterns ${version} stopped because of a mistake in itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = 3;
    },
  );
}

async function parserBesideBundle(): Promise<Parser> {
  const [runtime, language] = ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'].map((name) => readFileSync(join(__dirname, name)));
  return createParser({ runtime: runtime as Uint8Array, python: language as Uint8Array });
}

/** The language server is its own bundle; it talks over standard input and output, as its arguments say, until its client leaves. */
function serve(): Promise<void> {
  createRequire(__filename)(join(__dirname, 'node', 'server.js'));
  return new Promise(() => undefined);
}

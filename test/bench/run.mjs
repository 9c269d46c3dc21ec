// @ts-check
/**
 * Measures what `npm run build` made: `npm run bench`. Prints Markdown for `docs/performance.md`, one table with everything
 * that is promised, as ratios of figures of this run.
 *
 *   node test/bench/run.mjs [--files N | --large] [--folder DIR] [--peers] [--replays N] [--rounds N] [--lines N …]
 *   [--only PART …]
 *
 * `--files` says how many files the command line and the index are measured with (1,000), `--large` takes 5,000 of them,
 * `--folder` takes them from another place than the machine's Python. `--lines` says how long the one file is that is checked
 * and typed into (1,000 and 10,000). The parts are check, rules, typing, start, cli, index, sizes and peers; rules and peers are measured
 * when they are asked for.
 */
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sizeRows } from './artifacts.mjs';
import { copiedFiles } from './files.mjs';
import { markdown, missingRow } from './table.mjs';

/** @import { Files } from './files.mjs' */
/** @import { Row } from './table.mjs' */

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    large: { type: 'boolean', default: false },
    folder: { type: 'string' },
    peers: { type: 'boolean', default: false },
    replays: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    lines: { type: 'string', multiple: true, default: ['1000', '10000'] },
    only: { type: 'string', multiple: true, default: [] },
  },
});
if (!['dist/node/server.js', 'dist/cli.js', 'dist/web-tree-sitter.wasm'].every((path) => existsSync(path))) {
  console.error('There is nothing to measure in dist: run npm run build first.');
  process.exit(2);
}

const replays = Number(values.replays);
const rounds = Number(values.rounds);

/**
 * What parses while it is imported, and what is installed for it, waits until it is wanted.
 * @type {Record<string, (files: Files) => Promise<Row[]> | Row[]>}
 */
const parts = {
  check: () =>
    forLengths(async (lines) => (await import('./fullCheck.mjs')).fullCheckRows(lines, lines > 5_000 ? 10 * rounds : 40 * rounds)),
  rules: async () => (await import('./fullCheck.mjs')).ruleRows(Math.max(...values.lines.map(Number)), 5 * rounds),
  typing: () => forLengths(async (lines) => (await import('./typing.mjs')).typingRows(lines, replays)),
  start: async (files) => (await import('./coldStart.mjs')).coldStartRows(files, 2 * rounds + 1),
  cli: async (files) => (await import('./commandLine.mjs')).commandLineRows(files, rounds),
  index: async (files) => (await import('./workspaceIndex.mjs')).workspaceIndexRows(files),
  sizes: () => sizeRows(),
  peers: async (files) => (await import('./peers.mjs')).peerRows(files),
};

const wanted = values.only.length > 0 ? values.only : Object.keys(parts).filter((name) => name !== 'peers' && name !== 'rules');
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const files = copiedFiles(values.large ? 5_000 : Number(values.files), values.folder);
try {
  const rows = [];
  for (const name of new Set([...wanted, ...(values.peers ? ['peers'] : [])])) {
    console.error(`Measuring: ${name} …`);
    rows.push(...(await measured(name, files)));
  }
  console.log(machine());
  console.log(markdown(rows));
} finally {
  files.remove();
}

/**
 * A part that cannot be measured takes nothing of the others with it.
 * @param {string} name
 * @param {Files} files
 * @returns {Promise<Row[]>}
 */
async function measured(name, files) {
  try {
    return await parts[name](files);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return [missingRow(name, 'failed: standard error says why')];
  }
}

/** @param {(lines: number) => Promise<Row[]>} measure @returns {Promise<Row[]>} */
async function forLengths(measure) {
  const rows = [];
  for (const lines of values.lines) rows.push(...(await measure(Number(lines))));
  return rows;
}

/** What has to be known of the machine to read the figures. */
function machine() {
  const [load = 0] = loadavg();
  const processor = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'processor'}`;
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}, ${processor}, load ${load.toFixed(1)} at the end.\n`;
}

// @ts-check
/**
 * Measures the built server and command line: `npm run bench`. Prints a Markdown table for `docs/performance.md`.
 *
 * Every time stands beside the bare parse of the same text with the same parser in the same run, because machines differ
 * and are busy: the ratio says more than the milliseconds.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { sizeRows } from './bench/artifacts.mjs';
import { commandLineRows } from './bench/commandLine.mjs';
import { coldStartRow, fileRows } from './bench/server.mjs';

if (!existsSync('dist/node/server.js') || !existsSync('dist/cli.js')) {
  console.error('There is nothing to measure in dist: run npm run build first.');
  process.exit(2);
}

const rows = [await coldStartRow(), ...(await fileRows(1_000)), ...(await fileRows(10_000)), ...(await commandLineRows()), ...sizeRows()];
console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${process.platform}.\n`);
console.log('| what | measured | bare parse | ratio |');
console.log('|---|---:|---:|---:|');
for (const { what, measured, parse = '', ratio = '' } of rows) console.log(`| ${what} | ${measured} | ${parse} | ${ratio} |`);

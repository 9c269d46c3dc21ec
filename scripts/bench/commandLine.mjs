// @ts-check
/** What continuous integration waits for: the command line over many files, start included, beside a program that parses them. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantile, timeRow } from './statistics.mjs';
import { pythonFiles } from './text.mjs';

/** @import { Row } from './statistics.mjs' */

const rounds = 3;
const parser = fileURLToPath(new URL('parseFiles.mjs', import.meta.url));

/** @returns {Promise<Row[]>} */
export async function commandLineRows() {
  const files = pythonFiles(100_000);
  const lines = files.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length, 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const [index, path] of files.entries()) copyFileSync(path, join(folder, `module${index}.py`));
    const checks = [];
    const parses = [];
    for (let round = 0; round < rounds; round++) {
      checks.push(measured(['dist/cli.js', 'check', folder, '--isolated', '--exit-zero', '--quiet']));
      parses.push(measured([parser, folder]));
    }
    return rows(`${files.length} files, ${lines.toLocaleString('en')} lines`, lines, checks, parses);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} text
 * @param {number} lines
 * @param {Times[]} checks
 * @param {Times[]} parses
 * @returns {Row[]}
 */
function rows(text, lines, checks, parses) {
  const median = (/** @type {Times[]} */ times, /** @type {keyof Times} */ key) =>
    quantile(
      times.map((time) => time[key]),
      0.5,
    );
  const speed = Math.round((lines / median(checks, 'wall')) * 1000);
  return [
    timeRow(`command line, ${text}, processor time`, median(checks, 'processor'), median(parses, 'processor')),
    timeRow(`command line, ${text}, elapsed time`, median(checks, 'wall'), median(parses, 'wall')),
    { what: 'command line, lines per second of elapsed time', measured: speed.toLocaleString('en') },
  ];
}

/**
 * @typedef {{ wall: number, processor: number }} Times in milliseconds
 * @param {string[]} command a program of Node's with its arguments
 * @returns {Times}
 */
function measured(command) {
  const begun = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, ['--import', './scripts/bench/cpuTime.mjs', ...command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${command[0]} ended with exit code ${status}.\n${stderr}`);
  return { wall: performance.now() - begun, processor: Number(output[3]) };
}

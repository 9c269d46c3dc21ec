// @ts-check
/** What continuous integration waits for: the command line over many files, start included, beside a program that parses them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measuredNode, measuredParse } from './programs.mjs';
import { median } from './statistics.mjs';
import { figureRow, missingRow, ratioRow } from './table.mjs';

/** @import { Files } from './files.mjs' */
/** @import { Run } from './programs.mjs' */
/** @import { Row } from './table.mjs' */

const target = { atMost: 2 };

/** It looks at nothing but calls of one class of a library that Python does not bring: what is left is what every run needs. */
const idleRule = ['--select=aiohttp-connector-limit'];

/**
 * @param {Files} files
 * @param {number} rounds
 * @returns {Row[]}
 */
export function commandLineRows({ folder, name, lines }, rounds) {
  const all = availableParallelism();
  const many = beside(folder, all, rounds, []);
  const everyRule = beside(folder, all, rounds, ['--profile', 'all']);
  const one = beside(folder, 1, rounds, []);
  const idle = beside(folder, all, rounds, idleRule);
  const cores = `on ${all} threads`;
  return [
    row(`command line, ${name}, ${cores}, elapsed`, many, 'wall', `parsing them ${cores}`, target),
    row(`command line, ${name}, ${cores}, all rules, elapsed`, everyRule, 'wall', `parsing them ${cores}`, target),
    row(`command line, ${name}, \`--threads 1\`, elapsed`, one, 'wall', 'parsing them on one thread', target),
    row(`command line, ${name}, ${cores}, processor time`, many, 'processor', `parsing them ${cores}`),
    row(`of that with a single rule, which finds nothing, ${name}, ${cores}, elapsed`, idle, 'wall', `parsing them ${cores}`),
    figureRow('lines checked in a second, elapsed', (1000 * lines) / median(many.checks.map(({ wall }) => wall)), 'lines/s'),
    figureRow('the most memory of the command line', median(many.checks.map(({ memory }) => memory)), 'MB'),
    ...cacheRows(folder, name, rounds, many),
  ];
}

/**
 * @param {string} folder or file
 * @param {readonly string[]} [flags]
 * @returns {Run}
 */
export function measuredCheck(folder, flags = []) {
  const run = measuredNode(['dist/cli.js', 'check', folder, '--isolated', '--exit-zero', '--quiet', ...flags], [0, 3]);
  if (run.status === 3) console.error('A file was not checked to its end: look at what the command line says without --quiet.');
  return run;
}

/** @typedef {{ checks: Run[], parses: Run[] }} Rounds */

/**
 * The two take turns, so that what else the machine does meets both.
 * @param {string} folder
 * @param {number} threads
 * @param {number} rounds
 * @param {readonly string[]} flags
 * @returns {Rounds}
 */
function beside(folder, threads, rounds, flags) {
  const checks = [];
  const parses = [];
  for (let round = 0; round < rounds; round++) {
    checks.push(measuredCheck(folder, [`--threads=${threads}`, ...flags]));
    parses.push(measuredParse(folder, threads));
  }
  return { checks, parses };
}

/**
 * @param {string} what
 * @param {Rounds} runs
 * @param {'wall' | 'processor'} time
 * @param {string} other
 * @param {import('./table.mjs').Limit} [limit]
 */
function row(what, { checks, parses }, time, other, limit) {
  const [own, bare] = [checks, parses].map((runs) => median(runs.map((run) => run[time])));
  return ratioRow(what, own, { name: other, value: bare }, limit);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {number} rounds
 * @param {Rounds} without
 * @returns {Row[]}
 */
function cacheRows(folder, name, rounds, without) {
  const what = `command line, ${name}, second run with \`--cache\``;
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', '--help'], { encoding: 'utf8' });
  if (!stdout.includes('--cache')) return [missingRow(what, 'there is no such flag yet')];
  const seconds = [];
  for (let round = 0; round < rounds; round++) {
    const cache = mkdtempSync(join(tmpdir(), 'bench-cache-'));
    try {
      measuredCheck(folder, [`--cache=${cache}`]);
      seconds.push(measuredCheck(folder, [`--cache=${cache}`]).wall);
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
  }
  return [ratioRow(what, median(seconds), { name: 'without it', value: median(without.checks.map(({ wall }) => wall)) })];
}

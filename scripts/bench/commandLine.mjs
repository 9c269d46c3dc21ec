// @ts-check
/** What continuous integration waits for: the command line over many files, start included. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTime } from './bareParse.mjs';
import { quantile, repeated, timeRow } from './statistics.mjs';
import { pythonFiles } from './text.mjs';

/** @import { Row } from './statistics.mjs' */

/** @returns {Promise<Row[]>} */
export async function commandLineRows() {
  const files = pythonFiles(100_000);
  const texts = files.map((path) => readFileSync(path, 'utf8'));
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const [index, path] of files.entries()) copyFileSync(path, join(folder, `module${index}.py`));
    const times = await repeated(3, () => checkTime(folder));
    const parses = await repeated(3, () => texts.reduce((sum, text) => sum + parseTime(text), 0));
    const time = quantile(times, 0.5);
    const count = `${files.length} files, ${lines.toLocaleString('en')} lines`;
    return [
      timeRow(`command line, ${count}`, time, quantile(parses, 0.5)),
      { what: 'command line, lines per second', measured: Math.round((lines / time) * 1000).toLocaleString('en') },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function checkTime(folder) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'check', folder, '--isolated', '--exit-zero', '--quiet', '--output-format', 'concise'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`The command line ended with exit code ${status}.\n${stderr}`);
  return performance.now() - begun;
}

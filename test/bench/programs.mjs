// @ts-check
/** Programs that are measured from their start to their end. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const usage = new URL('usage.mjs', import.meta.url).href;
const parser = fileURLToPath(new URL('parseFiles.mjs', import.meta.url));

/** @typedef {{ wall: number, processor: number, memory: number, status: number }} Run in milliseconds, and MB at the most */

/**
 * @param {readonly string[]} command a program of Node's with its arguments
 * @param {readonly number[]} good exit codes that mean that it did its work
 * @returns {Run}
 */
export function measuredNode(command, good = [0]) {
  const begun = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, ['--import', usage, ...command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = performance.now() - begun;
  if (status === null || !good.includes(status)) throw new Error(`${command.join(' ')} ended with exit code ${status}.\n${stderr}`);
  return { wall, status, ...JSON.parse(output[3] ?? '{}') };
}

/**
 * Parses all Python files of a folder and does nothing else.
 * @param {string} folder
 * @param {number} threads
 * @returns {Run}
 */
export function measuredParse(folder, threads) {
  return measuredNode([parser, folder, String(threads)]);
}

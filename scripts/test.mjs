// @ts-check
/**
 * `npm test`: installs what is missing and runs every test.
 *
 *   npm test                      everything
 *   npm test -- blocking-sleep    one rule, or the test files whose path has this part; nothing is installed
 *   npm test -- --no-e2e          all but the tests in a real VS Code
 *   npm test -- --only-e2e        only those
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../test/e2e/host/commands.mjs';
import { installSystemPackages, systemPackages } from '../test/e2e/host/system.mjs';

/** @typedef {{ name: string, command: string, args: readonly string[] }} Part */

const root = fileURLToPath(new URL('..', import.meta.url));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = options.filter((option) => !['--no-e2e', '--only-e2e'].includes(option));

const unit = nodePart('unit tests', path.join('scripts', 'unit.mjs'), ...filters);
const grammar = npmPart('grammar tests', 'run', 'test:grammar');
const endToEnd = [npmPart('build', 'run', 'build'), nodePart('end-to-end tests', path.join('test', 'e2e', 'run.mjs'))];

if (unknown.length > 0) {
  console.error(`npm test does not know ${unknown.join(' ')}. It takes --no-e2e, --only-e2e, a rule id or a part of a file name.`);
  process.exit(2);
}
if (filters.length > 0) process.exit(passes(unit) ? 0 : 1);
try {
  const runsEndToEnd = !options.includes('--no-e2e');
  await installPackages(root, console.log);
  await installSystemPackages(systemPackages({ forVSCode: runsEndToEnd }), console.log);
  const parts = [...(options.includes('--only-e2e') ? [] : [unit, grammar]), ...(runsEndToEnd ? endToEnd : [])];
  process.exitCode = runAll(parts) ? 0 : 1;
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/**
 * Runs every part, also after one that failed, and says at the end which did.
 * @param {readonly Part[]} parts
 */
function runAll(parts) {
  const failed = parts.filter((part) => !passes(part)).map((part) => part.name);
  console.log(failed.length === 0 ? `\nAll passed: ${parts.map((part) => part.name).join(', ')}.` : `\nFailed: ${failed.join(', ')}.`);
  return failed.length === 0;
}

/** @param {Part} part */
function passes({ name, command, args }) {
  console.log(`\n── ${name} ──`);
  const windows = process.platform === 'win32' && command === 'npm';
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows }).status === 0;
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Part}
 */
function nodePart(name, ...args) {
  return { name, command: process.execPath, args };
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Part}
 */
function npmPart(name, ...args) {
  return { name, command: 'npm', args: ['--silent', ...args] };
}

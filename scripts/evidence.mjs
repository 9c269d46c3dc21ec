// @ts-check
/**
 * Runs what the rules claim of Python: `npm run evidence [-- RULE…] [--python PROGRAM]`.
 *
 * `test/evidence/<rule-id>.py` runs the bad and the fixed example of a rule, prints what was seen, and fails where the bad
 * one does not show the effect or the fixed one does. A script names the packages that it needs in its header, in the form
 * of https://packaging.python.org/en/latest/specifications/inline-script-metadata/; where Python does not have them all,
 * the script is counted as not run, and the package is named.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

/** @typedef {{ rule: string, file: string, packages: readonly string[] }} Script */
/** @typedef {{ rule: string, status: 'shown' | 'not run' | 'FAILED', text: string }} Outcome */

const folder = fileURLToPath(new URL('../test/evidence', import.meta.url));
const longest = 60_000;
/** Most scripts wait more than they compute, but one that measures a stalled loop must not stand behind all the others. */
const atOnce = Math.max(1, Math.min(2, availableParallelism()));

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { python: { type: 'string', default: 'python3' } } });
  const problems = await checkEvidence(positionals, values.python);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/**
 * @param {readonly string[]} wanted ids of rules; all where there are none
 * @param {string} python
 * @returns {Promise<readonly string[]>} what failed, with what the script said
 */
export async function checkEvidence(wanted = [], python = 'python3') {
  const all = scripts();
  const unknown = wanted.filter((rule) => !all.some((script) => script.rule === rule));
  if (unknown.length > 0) return [`There is no evidence for ${unknown.join(', ')} in test/evidence.`];
  const chosen = wanted.length === 0 ? all : all.filter(({ rule }) => wanted.includes(rule));
  const missing = missingPackages(python, [...new Set(chosen.flatMap(({ packages }) => packages))]);
  if (typeof missing === 'string') return [missing];
  const outcomes = await inTurns(chosen, (script) => outcomeOf(script, python, missing));
  for (const { rule, status, text } of outcomes) console.log(`${status.padEnd(7)}  ${rule}\n${text.trim().replace(/^/gm, '           ')}`);
  const count = (/** @type {Outcome['status']} */ status) => outcomes.filter((outcome) => outcome.status === status).length;
  console.log(`${count('shown')} shown, ${count('not run')} not run, ${count('FAILED')} failed`);
  return outcomes.filter(({ status }) => status === 'FAILED').map(({ rule }) => `test/evidence/${rule}.py failed.`);
}

/** @returns {Script[]} */
function scripts() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => ({
      rule: name.slice(0, -'.py'.length),
      file: join(folder, name),
      packages: packagesOf(readFileSync(join(folder, name), 'utf8')),
    }));
}

/**
 * The names in the header's list of dependencies.
 * @param {string} text
 */
function packagesOf(text) {
  const header = /^# \/\/\/ script$([^]*?)^# \/\/\/$/m.exec(text)?.[1] ?? '';
  const list = /dependencies = \[([^\]]*)\]/.exec(header.replace(/^# ?/gm, ''))?.[1] ?? '';
  return [...list.matchAll(/["']([A-Za-z0-9._-]+)/g)].map(([, name = '']) => name);
}

/**
 * @param {string} python
 * @param {readonly string[]} packages names of distributions
 * @returns {ReadonlySet<string> | string} those that this Python does not have; why it cannot say
 */
function missingPackages(python, packages) {
  const program = `
import sys
from importlib.metadata import PackageNotFoundError, distribution
for name in sys.argv[1:]:
    try:
        distribution(name)
    except PackageNotFoundError:
        print(name)
`;
  const { status, stdout, error } = spawnSync(python, ['-I', '-c', program, ...packages], { encoding: 'utf8' });
  if (error !== undefined || status !== 0) return `${python} cannot be run: ${error?.message ?? `exit code ${status}`}`;
  return new Set(stdout.split(/\s+/).filter((name) => name !== ''));
}

/**
 * @param {Script} script
 * @param {string} python
 * @param {ReadonlySet<string>} missing
 * @returns {Promise<Outcome>}
 */
async function outcomeOf({ rule, file, packages }, python, missing) {
  if (!existsRule(rule)) return { rule, status: 'FAILED', text: 'There is no rule of this name.' };
  const needed = packages.filter((name) => missing.has(name));
  if (needed.length > 0) return { rule, status: 'not run', text: `This Python has no ${needed.join(', ')}.` };
  try {
    const { stdout } = await promisify(execFile)(python, ['-E', '-s', '-B', '-W', 'ignore', file], { timeout: longest });
    return { rule, status: 'shown', text: stdout };
  } catch (error) {
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    return { rule, status: 'FAILED', text: `${stdout}${stderr}` };
  }
}

/** @param {string} rule */
function existsRule(rule) {
  const root = fileURLToPath(new URL('../server/src/rules', import.meta.url));
  return readdirSync(root).some((category) => existsSync(join(root, category, rule, 'rule.ts')));
}

/**
 * A few at a time; the results keep the order.
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
async function inTurns(items, work) {
  /** @type {R[]} */
  const results = [];
  const rest = [...items.entries()];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

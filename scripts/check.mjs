// @ts-check
/**
 * `npm run check`: everything that has to hold before a change is taken. CI runs this and nothing else.
 *
 * The steps run in order, each is timed, and the first that fails ends the run. The build comes before the tests, because
 * the tests in VS Code run what it made.
 */
import { spawnSync } from 'node:child_process';
import { checkPackage } from './packageContents.mjs';
import { checkSample } from './dogfood.mjs';
import { checkEvidence } from './evidence.mjs';

/** @typedef {{ name: string, run: readonly string[] | (() => Promise<readonly string[]>) }} Step */

/** @type {readonly Step[]} */
const steps = [
  { name: 'format', run: bin('prettier', 'bin/prettier.cjs', '--check', '.') },
  { name: 'types', run: script('types.mjs') },
  { name: 'lint', run: bin('eslint', 'bin/eslint.js', '.') },
  {
    name: 'layers',
    run: bin('dependency-cruiser', 'bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'server', 'client'),
  },
  { name: 'generated files', run: script('generate.mjs', '--check') },
  { name: 'build', run: script('build.mjs') },
  { name: 'tests', run: script('test.mjs') },
  { name: 'evidence', run: () => checkEvidence() },
  { name: 'package contents', run: checkPackage },
  { name: 'our own checks on the sample service', run: checkSample },
];

const times = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const passed = await passes(step);
  times.push(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${passed ? 'passed' : 'FAILED'}  ${step.name}`);
  if (passed) continue;
  process.exitCode = 1;
  break;
}
console.log(`\n${times.join('\n')}`);
console.log(process.exitCode === 1 ? 'The check failed.' : 'All checks passed.');

/** @param {Step} step */
async function passes({ run }) {
  if (typeof run !== 'function') return spawnSync(process.execPath, run, { stdio: 'inherit' }).status === 0;
  const problems = await run();
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

/** @param {string} name @param {readonly string[]} options */
function script(name, ...options) {
  return [`scripts/${name}`, ...options];
}

/** @param {string} name @param {string} file @param {readonly string[]} options */
function bin(name, file, ...options) {
  return [`node_modules/${name}/${file}`, ...options];
}

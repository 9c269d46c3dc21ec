// @ts-check
/**
 * Tries the command line on real projects:
 * `npm run corpus -- DIR… [--profile P] [--store FILE] [--against FILE] [--truth FILE] [--sample N [--rule R] [--seed S]] [--ruff FILE]`.
 *
 * Every folder is checked with all rules and every fix is worked out. An internal error fails the run. The findings are
 * stored, and what came and went since the last run is printed by rule. `--truth` scores them against places that
 * people have read; `--sample` prints findings with their surroundings for people to read; `--ruff` puts ruff's findings
 * beside ours, prints how many there are, and writes those of one side alone to a file.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFolder, implementedRules } from './corpus/check.mjs';
import { changes } from './corpus/compare.mjs';
import { comparedWithRuff, peerTable } from './corpus/ruff.mjs';
import { sample } from './corpus/sample.mjs';
import { score } from './corpus/truth.mjs';

/** @import { StoredFinding } from './corpus/check.mjs' */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string', default: 'all' },
    store: { type: 'string', default: 'out/corpus.json' },
    against: { type: 'string' },
    truth: { type: 'string' },
    sample: { type: 'string' },
    ruff: { type: 'string' },
    rule: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
if (positionals.length === 0) {
  console.error('Name the folders to check: npm run corpus -- DIR…');
  process.exit(2);
}
if (!existsSync('dist/cli.js')) {
  console.error('There is no dist/cli.js yet: run npm run build first.');
  process.exit(2);
}

const before = storedFindings(values.against ?? values.store, values.against !== undefined);
const runs = positionals.map((folder) => checkFolder(folder, values.profile));
const findings = runs.flatMap((run) => run.findings);
store(values.store, findings);

for (const run of runs) {
  console.log(
    `${run.name}: ${run.files} files, ${run.findings.length} findings, ${run.skipped.length} skipped, ${(run.milliseconds / 1000).toFixed(1)} s`,
  );
  for (const failure of run.failures) console.error(`  internal error: ${failure}`);
}
if (before !== undefined) console.log(changes(before, findings));
if (values.truth !== undefined)
  console.log(score(JSON.parse(readFileSync(values.truth, 'utf8')), runs, new Set(implementedRules().map(({ id }) => id))));
if (values.sample !== undefined) console.log(sample(runs, Number(values.sample), values.rule, Number(values.seed)));
if (values.ruff !== undefined) {
  const peers = implementedRules().map(({ id, peers: { ruff = [] } }) => ({ rule: id, codes: ruff }));
  const compared = await comparedWithRuff(runs, peers);
  console.log(peerTable(compared));
  writeFileSync(values.ruff, JSON.stringify(compared, undefined, 1));
}
process.exitCode = runs.some((run) => run.failures.length > 0) ? 1 : 0;

/**
 * @param {string} file
 * @param {boolean} isRequired
 * @returns {StoredFinding[] | undefined}
 */
function storedFindings(file, isRequired) {
  if (!isRequired && !existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).findings;
}

/**
 * @param {string} file
 * @param {StoredFinding[]} stored
 */
function store(file, stored) {
  mkdirSync(dirname(file), { recursive: true });
  const lines = stored.map((finding) => JSON.stringify(finding)).join(',\n');
  writeFileSync(file, `{"version":1,"findings":[\n${lines}\n]}\n`);
}

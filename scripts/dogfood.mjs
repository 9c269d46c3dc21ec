// @ts-check
/**
 * Our own checks on the sample service, compared with what they found when a person last looked.
 * `node scripts/dogfood.mjs` compares; with `--write` it takes today's findings as right.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = 'test/fixtures/sample-service';
const accepted = 'test/fixtures/sample-service.findings.txt';

/** @typedef {{ file: string, rule: string, severity: string, message: string, range: { start: { line: number, column: number } }, fixes: { title: string }[] }} Shown */

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const isWrite = process.argv.includes('--write');
  if (isWrite) await writeFile(accepted, findings().lines.join(''));
  const problems = await checkSample();
  console.log(problems.length === 0 ? 'The findings are the accepted ones.' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/** @returns {Promise<readonly string[]>} the differences */
export async function checkSample() {
  const { lines, problems } = findings();
  if (problems.length > 0) return problems;
  const before = (await readFile(accepted, 'utf8')).split(/(?<=\n)/);
  const differences = [
    ...before.filter((line) => !lines.includes(line)).map((line) => `- ${line.trimEnd()}`),
    ...lines.filter((line) => !before.includes(line)).map((line) => `+ ${line.trimEnd()}`),
  ];
  return differences.length === 0 ? [] : [...differences, `If that is right: node scripts/dogfood.mjs --write`];
}

/** @returns {{ lines: readonly string[], problems: readonly string[] }} */
function findings() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check', '--output-format', 'json', sample], {
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) return { lines: [], problems: [`The command line ended with ${status}:\n${stderr}`] };
  const shown = /** @type {{ findings: Shown[] }} */ (JSON.parse(stdout)).findings;
  if (shown.length === 0) return { lines: [], problems: ['Nothing was found in the sample service.'] };
  return { lines: shown.map((finding) => `${describe(finding)}\n`), problems: [] };
}

/** @param {Shown} finding */
function describe({ file, rule, severity, message, range, fixes }) {
  const offers = fixes.map((fix) => fix.title).join(' | ');
  return `${file}:${range.start.line}:${range.start.column} ${severity} ${rule} ${message}${offers === '' ? '' : ` [${offers}]`}`;
}

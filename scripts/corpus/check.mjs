// @ts-check
/** Runs the built command line over a folder and keeps what it found. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';

/**
 * A finding as it is stored: with the project's name, so that it does not matter where the project lies.
 * @typedef {{ repo: string, file: string, rule: string, severity: string, line: number, column: number, endLine: number, message: string }} StoredFinding
 */

/**
 * @typedef {object} Run
 * @property {string} name the project, `owner/name` where the folder is called `owner+name`
 * @property {string} folder
 * @property {number} files
 * @property {StoredFinding[]} findings
 * @property {string[]} skipped
 * @property {string[]} failures internal errors, in words
 * @property {number} milliseconds
 */

/**
 * What is read of a report in JSON.
 * @typedef {object} Report
 * @property {{ files: number, skipped: { file: string, reason: string }[], failures: Failure[] }} summary
 * @property {Finding[]} findings
 */

/** @typedef {{ file: string, place?: { line: number }, rule?: string, message: string }} Failure */

/**
 * @typedef {{ rule: string, severity: string, message: string, file: string, range: { start: Place, end: Place } }} Finding
 */

/** @typedef {{ line: number, column: number }} Place */

const cli = resolve('dist/cli.js');

/**
 * @param {string} folder
 * @param {string} profile
 * @returns {Run}
 */
export function checkFolder(folder, profile) {
  const temporary = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    return runOf(folder, profile, join(temporary, 'findings.json'));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @returns {{ id: string, peers: { ruff?: string[] } }[]} the rules that this build has */
export function implementedRules() {
  const { stdout } = spawnSync(process.execPath, [cli, 'rules', '--format', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(stdout).rules;
}

/**
 * @param {string} folder
 * @param {string} profile
 * @param {string} output
 * @returns {Run}
 */
function runOf(folder, profile, output) {
  const started = performance.now();
  const flags = ['--profile', profile, '--output-format', 'json', '--output-file', output, '--exit-zero', '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, [cli, 'check', folder, ...flags], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const milliseconds = performance.now() - started;
  const name = basename(resolve(folder)).replace('+', '/');
  // Exit code 2 says that a project's own configuration is wrong: its findings are complete all the same.
  if (status !== 0 && status !== 2 && status !== 3)
    return { name, folder, files: 0, findings: [], skipped: [], failures: [`exit code ${status}\n${stderr}`], milliseconds };
  /** @type {Report} */
  const report = JSON.parse(readFileSync(output, 'utf8'));
  const nothing = report.summary.files === 0 ? ['no file was checked: is the folder right?'] : [];
  return {
    name,
    folder,
    files: report.summary.files,
    findings: report.findings.map((finding) => stored(name, folder, finding)),
    skipped: report.summary.skipped.map(({ file, reason }) => `${file}: ${reason}`),
    failures: nothing.concat(
      report.summary.failures.map(({ file, place, rule, message }) => `${file}:${place?.line ?? '?'} ${rule ?? ''} ${message}`),
    ),
    milliseconds,
  };
}

/**
 * @param {string} repo
 * @param {string} folder
 * @param {Finding} finding
 * @returns {StoredFinding}
 */
function stored(repo, folder, { rule, severity, message, file, range }) {
  return {
    repo,
    file: relative(folder, file),
    rule,
    severity,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    message,
  };
}

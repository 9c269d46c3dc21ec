// @ts-check
/**
 * Runs ruff over the same folders and puts its findings beside ours: what both report, what only it reports, what only we do.
 *
 * Two findings are the same where our rule names the code as its peer and they share a line. Both tools heed `noqa`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { installPeers } from '../../test/bench/peers/install.mjs';
import { pythonFiles } from './pythonFiles.mjs';

/** @import { Run, StoredFinding } from './check.mjs' */

/** @typedef {{ repo: string, file: string, code: string, line: number, endLine: number, message: string }} TheirFinding */
/** @typedef {{ rule: string, codes: readonly string[] }} Peer a rule of ours and ruff's codes for the same */
/** @typedef {{ code: string, rules: readonly string[], both: number, theirs: TheirFinding[], ours: StoredFinding[] }} Compared */

/** What is compared: the codes that issue trackers and guides name for services. */
export const comparedCodes = ['ASYNC', 'S113', 'RUF006', 'RUF029', 'B019', 'B904'];
/** The newest, so that no file is too new to be read. */
const target = 'py314';

/**
 * @param {readonly Run[]} runs
 * @param {readonly Peer[]} peers
 * @returns {Promise<Compared[]>} by code
 */
export async function comparedWithRuff(runs, peers) {
  const check = await ruff();
  const theirs = runs.flatMap((run) => pythonFiles(run.folder).flatMap((file) => check(run, file)));
  const codes = [...new Set([...theirs.map(({ code }) => code), ...peers.flatMap((peer) => peer.codes)])].filter(isCompared).sort();
  const findings = runs.flatMap((run) => run.findings);
  return codes.map((code) => {
    const rules = peers.filter((peer) => peer.codes.includes(code)).map(({ rule }) => rule);
    return comparedCode(
      code,
      rules,
      theirs.filter((finding) => finding.code === code),
      findings.filter(({ rule }) => rules.includes(rule)),
    );
  });
}

/** @param {readonly Compared[]} all */
export function peerTable(all) {
  const rows = all.map(
    ({ code, rules, both, theirs, ours }) =>
      `| ${code} | ${rules.map((rule) => `\`${rule}\``).join(', ')} | ${both} | ${theirs.length} | ${ours.length} |`,
  );
  return ['', '| ruff | rules | both | only ruff | only these rules |', '|---|---|---:|---:|---:|', ...rows].join('\n');
}

/**
 * @param {string} code
 * @param {readonly string[]} rules
 * @param {readonly TheirFinding[]} theirs
 * @param {readonly StoredFinding[]} ours
 * @returns {Compared}
 */
function comparedCode(code, rules, theirs, ours) {
  /** @type {Set<StoredFinding>} */
  const shared = new Set();
  const only = theirs.filter((their) => {
    const same = ours.filter((our) => isSamePlace(our, their));
    for (const our of same) shared.add(our);
    return same.length === 0;
  });
  return { code, rules, both: theirs.length - only.length, theirs: only, ours: ours.filter((our) => !shared.has(our)) };
}

/** @param {StoredFinding} our @param {TheirFinding} their */
function isSamePlace(our, their) {
  return our.file === their.file && our.repo === their.repo && our.line <= their.endLine && their.line <= our.endLine;
}

/** @param {string} code */
function isCompared(code) {
  return comparedCodes.some((wanted) => code.startsWith(wanted));
}

/** @returns {Promise<(run: Run, file: string) => TheirFinding[]>} */
async function ruff() {
  const packages = await installPeers();
  const { Workspace, PositionEncoding } = createRequire(join(packages, 'package.json'))('@astral-sh/ruff-wasm-nodejs');
  /** @param {readonly string[]} select @returns {{ check(text: string): Diagnostic[] }} */
  const workspace = (select) => new Workspace({ 'target-version': target, lint: { select, preview: true } }, PositionEncoding.Utf16);
  const all = workspace(comparedCodes);
  /** @type {Map<string, string>} */
  const codes = new Map();
  return ({ name, folder }, path) => {
    const text = readFileSync(path, 'utf8');
    return all.check(text).flatMap(({ code: rule, message, start_location: start, end_location: end }) => {
      if (rule === null || rule === 'invalid-syntax') return [];
      if (!codes.has(rule)) codes.set(rule, codeOf(rule, text, workspace));
      return [{ repo: name, file: relative(folder, path), code: codes.get(rule) ?? rule, line: start.row, endLine: end.row, message }];
    });
  };
}

/** @typedef {{ code: string | null, message: string, start_location: { row: number }, end_location: { row: number } }} Diagnostic */

/**
 * In preview mode ruff calls its rules by name; the code of one is that which reports it when it is selected alone.
 * @param {string} rule
 * @param {string} text where that rule reports something
 * @param {(select: readonly string[]) => { check(text: string): Diagnostic[] }} workspace
 * @returns {string}
 */
function codeOf(rule, text, workspace) {
  const candidates = comparedCodes.flatMap((code) =>
    /\d$/.test(code) ? [code] : Array.from({ length: 900 }, (_, index) => `${code}${index + 100}`),
  );
  return (
    candidates.find((code) =>
      workspace([code])
        .check(text)
        .some((found) => found.code === rule),
    ) ?? rule
  );
}

// @ts-check
/** What a change of the checks added and removed. */

/** @import { StoredFinding } from './check.mjs' */

/**
 * @param {StoredFinding[]} before
 * @param {StoredFinding[]} after
 * @returns {string} the findings that came and went, by rule
 */
export function changes(before, after) {
  const repos = new Set(after.map((finding) => finding.repo));
  // A run over fewer projects says nothing about the others.
  const known = new Set(before.filter((finding) => repos.has(finding.repo)).map(key));
  const now = new Set(after.map(key));
  const added = after.filter((finding) => !known.has(key(finding)));
  const removed = before.filter((finding) => repos.has(finding.repo) && !now.has(key(finding)));
  if (added.length === 0 && removed.length === 0) return `No change since the last run (${after.length} findings).`;
  const rules = [...new Set([...added, ...removed].map((finding) => finding.rule))].sort();
  return [
    `Since the last run: ${added.length} added, ${removed.length} removed.`,
    ...rules.flatMap((rule) => ofRule(rule, added, removed)),
  ].join('\n');
}

/**
 * @param {string} rule
 * @param {StoredFinding[]} added
 * @param {StoredFinding[]} removed
 */
function ofRule(rule, added, removed) {
  const [more, less] = [added, removed].map((findings) => findings.filter((finding) => finding.rule === rule));
  return [`${rule}: +${more.length} -${less.length}`, ...listed('+', more), ...listed('-', less)];
}

/**
 * @param {string} sign
 * @param {StoredFinding[]} findings
 */
function listed(sign, findings) {
  const most = 40;
  const lines = findings
    .slice(0, most)
    .map(({ repo, file, line, column, message }) => `  ${sign} ${repo} ${file}:${line}:${column} ${message}`);
  return findings.length > most ? [...lines, `  ${sign} and ${findings.length - most} more`] : lines;
}

/** @param {StoredFinding} finding */
function key({ repo, file, rule, line, column, message }) {
  return [repo, file, rule, line, column, message].join('\n');
}

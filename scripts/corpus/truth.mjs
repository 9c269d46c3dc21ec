// @ts-check
/** Scores findings against places in real projects that people have read. */

/** @import { Run, StoredFinding } from './check.mjs' */

/**
 * A place that was read: a `bug` that one of the rules has to find, or an `ok` place where all of them must be silent.
 * @typedef {{ repo: string, path: string, line: number, kind: string, verdict: 'bug' | 'ok', why: string, rules: string[] }} Place
 */

/** How many lines a finding may be away from the line that a person wrote down for the same mistake. */
const tolerance = 2;

/**
 * @param {Place[]} places
 * @param {Run[]} runs
 * @param {Set<string>} implemented
 * @returns {string} a table by kind, then every missed and every false alarm
 */
export function score(places, runs, implemented) {
  const judged = places
    .filter((place) => place.rules.some((rule) => implemented.has(rule)))
    .flatMap((place) => judgements(place, runs, implemented));
  const kinds = [...new Set(judged.map(({ place }) => place.kind))].sort();
  const rows = kinds.map((kind) =>
    row(
      kind,
      judged.filter(({ place }) => place.kind === kind),
    ),
  );
  const wrong = judged.filter(({ isRight }) => !isRight);
  return [
    '',
    '| kind | rules | bugs | found | missed | ok places | false alarms |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    row('all', judged),
    '',
    ...wrong.map(({ place, findings }) => complaint(place, findings)),
  ].join('\n');
}

/**
 * @typedef {{ place: Place, rules: string[], findings: StoredFinding[], isRight: boolean }} Judgement
 * @param {Place} place
 * @param {Run[]} runs
 * @param {Set<string>} implemented
 * @returns {Judgement[]}
 */
function judgements(place, runs, implemented) {
  const run = runs.find(({ name }) => name === place.repo || place.repo.endsWith(`/${name}`));
  if (run === undefined) return [];
  const reach = place.verdict === 'bug' ? tolerance : 0;
  const findings = run.findings.filter(
    ({ file, rule, line, endLine }) =>
      file === place.path && place.rules.includes(rule) && line - reach <= place.line && place.line <= endLine + reach,
  );
  const rules = place.rules.filter((rule) => implemented.has(rule));
  return [{ place, rules, findings, isRight: place.verdict === 'bug' ? findings.length > 0 : findings.length === 0 }];
}

/**
 * @param {string} name
 * @param {Judgement[]} judged
 */
function row(name, judged) {
  const bugs = judged.filter(({ place }) => place.verdict === 'bug');
  const fine = judged.filter(({ place }) => place.verdict === 'ok');
  const found = bugs.filter(({ isRight }) => isRight).length;
  const falseAlarms = fine.filter(({ isRight }) => !isRight).length;
  const seen = new Set(judged.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const rules = name === 'all' ? '' : [...(seen.size > 0 ? seen : new Set(judged.flatMap((judgement) => judgement.rules)))].join(' ');
  return `| ${name} | ${rules} | ${bugs.length} | ${found} | ${bugs.length - found} | ${fine.length} | ${falseAlarms} |`;
}

/**
 * @param {Place} place
 * @param {StoredFinding[]} findings
 */
function complaint({ repo, path, line, kind, verdict, why }, findings) {
  const where = `${repo} ${path}:${line} (${kind}): ${why}`;
  return verdict === 'bug'
    ? `missed: ${where}`
    : `false alarm: ${where}\n  ${findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n  ')}`;
}

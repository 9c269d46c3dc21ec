// @ts-check
/** Findings with their surroundings, drawn by a seed, for people to judge. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Run, StoredFinding } from './check.mjs' */

const context = 3;

/**
 * @param {Run[]} runs
 * @param {number} count
 * @param {string | undefined} rule only findings of this rule
 * @param {number} seed the same seed draws the same findings from the same run
 * @returns {string}
 */
export function sample(runs, count, rule, seed) {
  const all = runs
    .flatMap((run) => run.findings.map((finding) => ({ run, finding })))
    .filter(({ finding }) => rule === undefined || finding.rule === rule);
  const drawn = shuffled(all, seed).slice(0, count);
  return [
    `\n${drawn.length} of ${all.length} findings, seed ${seed}`,
    ...drawn.map(({ run, finding }, index) => quoted(run, finding, index + 1)),
  ].join('\n\n');
}

/**
 * @param {Run} run
 * @param {StoredFinding} finding
 * @param {number} number
 */
function quoted(run, { file, line, endLine, column, rule, message }, number) {
  const lines = readFileSync(join(run.folder, file), 'utf8').split(/\r\n|\r|\n/);
  const first = Math.max(1, line - context);
  const quote = lines.slice(first - 1, endLine + context).map((text, index) => {
    const at = first + index;
    return `${at >= line && at <= endLine ? '>' : ' '} ${String(at).padStart(5)} ${text}`;
  });
  return [`#${number} ${rule}: ${message}`, `${run.name} ${file}:${line}:${column}`, ...quote].join('\n');
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} seed
 * @returns {Item[]}
 */
function shuffled(items, seed) {
  const next = numbersFrom(seed);
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other], mixed[index]];
  }
  return mixed;
}

/**
 * A linear congruential generator with the constants of Numerical Recipes: good enough to draw a sample.
 * @param {number} seed
 * @returns {() => number} numbers from 0 to below 1
 */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

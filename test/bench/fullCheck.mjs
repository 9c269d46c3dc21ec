// @ts-check
/** A file checked from scratch, in this process: what that costs beside the bare parse, and which part of it costs what. */
import { quantile } from './statistics.mjs';
import { ratioRow, seriesRow } from './table.mjs';
import { pythonText } from './text.mjs';
import { timedEngine } from './timedEngine.mjs';

/** @import { Row } from './table.mjs' */
/** @typedef {Record<'bare' | 'tree' | 'model' | 'rules' | 'findings', number>} Stages */

/** Both sides are compiled while they run, and have to be warm before they tell anything. */
const warmups = 15;

/**
 * @param {number} lines
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function fullCheckRows(lines, rounds) {
  const { check } = await timedEngine();
  const text = pythonText(lines);
  for (let round = 0; round < warmups; round++) check(text);
  const stages = Array.from({ length: rounds }, () => check(text));
  const bare = { name: 'bare parse', values: stages.map((stage) => stage.bare) };
  const name = `${lines.toLocaleString('en')} lines`;
  const row = (/** @type {string} */ what, /** @type {(stage: Stages) => number} */ time, /** @type {number} */ atMost) =>
    seriesRow(`${what}, ${name}`, stages.map(time), bare, Number.isFinite(atMost) ? { atMost, of: 'both' } : undefined);
  return [
    row('full check of a file, all rules', ({ tree, model, rules }) => tree + model + rules, 2),
    row('of that the rules alone', ({ rules }) => rules, 0.3),
    row('of that the parse, with the tree copied', ({ tree }) => tree, Number.POSITIVE_INFINITY),
    row('of that the model of the file', ({ model }) => model, Number.POSITIVE_INFINITY),
  ];
}

/**
 * What each rule costs by itself: the time of a check with it alone, less that of one without rules, beside the bare parse. A
 * rule that asks what others ask too pays for it here, so that all together cost less than their sum.
 * @param {number} lines
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function ruleRows(lines, rounds) {
  const { check, rules } = await timedEngine();
  const text = pythonText(lines);
  for (let round = 0; round < warmups; round++) check(text);
  /** @type {{ rule: string, costs: number[], bare: number[] }[]} */
  const series = ['none', ...rules].map((rule) => ({ rule, costs: [], bare: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { rule, costs, bare } of series) {
      const stages = check(text, [rule]);
      costs.push(stages.rules);
      bare.push(stages.bare);
    }
  }
  const bare = quantile(
    series.flatMap((one) => one.bare),
    0.5,
  );
  const [without, ...rows] = series.map(({ rule, costs }) => ({ rule, cost: quantile(costs, 0.5) }));
  return rows
    .map(({ rule, cost }) => ({ rule, cost: Math.max(0, cost - without.cost) }))
    .sort((one, other) => other.cost - one.cost)
    .map(({ rule, cost }) => ratioRow(`\`${rule}\` alone, ${lines.toLocaleString('en')} lines`, cost, { name: 'bare parse', value: bare }));
}

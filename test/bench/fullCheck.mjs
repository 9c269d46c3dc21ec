// @ts-check
/** A file checked from scratch, in this process: what that costs beside the bare parse, and which part of it costs what. */
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { forNode } from '../../scripts/bundling.mjs';
import { seriesRow } from './table.mjs';
import { pythonText } from './text.mjs';

/** @import { Row } from './table.mjs' */
/** @typedef {Record<'bare' | 'tree' | 'model' | 'rules' | 'findings', number>} Stages */

const outfile = fileURLToPath(new URL('../../out/bench/engine.cjs', import.meta.url));

/** Both sides are compiled while they run, and have to be warm before they tell anything. */
const warmups = 15;

/**
 * @param {number} lines
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function fullCheckRows(lines, rounds) {
  const check = await timedEngine();
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

/** @returns {Promise<(text: string) => Stages>} */
async function timedEngine() {
  // Minified as the product is.
  await build({ ...forNode, entryPoints: [fileURLToPath(new URL('engine.ts', import.meta.url))], outfile, format: 'cjs', minify: true });
  const wasmFolder = fileURLToPath(new URL('../../dist', import.meta.url));
  return createRequire(import.meta.url)(outfile).timedEngine(wasmFolder);
}

// @ts-check
/** @typedef {{ what: string, measured: string, parse?: string, ratio?: string }} Row a line of the table */

/**
 * @param {number[]} values
 * @param {number} part from 0 to 1: 0.5 is the median
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/**
 * @param {string} what
 * @param {number} milliseconds
 * @param {number} parse of the same text, in milliseconds
 * @returns {Row}
 */
export function timeRow(what, milliseconds, parse) {
  return { what, measured: shown(milliseconds), parse: shown(parse), ratio: (milliseconds / parse).toFixed(2) };
}

/** @param {number} milliseconds */
export function shown(milliseconds) {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`;
}

/**
 * @param {number} times
 * @param {(index: number) => Promise<number> | number} measure
 * @returns {Promise<number[]>}
 */
export async function repeated(times, measure) {
  const values = [];
  for (let index = 0; index < times; index++) values.push(await measure(index));
  return values;
}

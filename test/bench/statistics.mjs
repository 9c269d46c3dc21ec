// @ts-check
/** What is made of many measured times. */

/**
 * @param {readonly number[]} values
 * @param {number} part from 0 to 1: 0.5 is the median
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * What each step took when nothing disturbed it: the least of its times over all replays of the same steps.
 * @param {readonly (readonly number[])[]} replays
 * @returns {number[]}
 */
export function leastOfEach(replays) {
  const [first = []] = replays;
  return first.map((_, step) => Math.min(...replays.map((replay) => replay[step])));
}

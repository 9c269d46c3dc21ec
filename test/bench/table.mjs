// @ts-check
/**
 * The one table of all measurements. Each row says what was measured, beside what, and what of it is promised.
 * Every ratio is of two figures of the same run, because machines differ and are busy.
 */
import { quantile } from './statistics.mjs';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured
 * @property {string} [against]
 * @property {string} [ratio]
 * @property {string} [target]
 * @property {boolean} [reached] left out where nothing is promised, or nothing could be measured
 */

/** @typedef {{ name: string, values: readonly number[] }} Series times in milliseconds, and what they are of */
/** @typedef {{ atMost: number } | { atLeast: number }} Limit */

/** @param {readonly Row[]} rows */
export function markdown(rows) {
  const lines = rows.map(({ what, measured, against = '', ratio = '', target = '', reached }) => {
    const verdict = reached === undefined ? '' : reached ? 'yes' : '**no**';
    return `| ${[what, measured, against, ratio, target, verdict].join(' | ')} |`;
  });
  return ['| what | measured | measured against | ratio | target | reached |', '|---|---:|---:|---:|---:|---|', ...lines].join('\n');
}

/**
 * Two series beside one another, each as median and 95th percentile; the promise is on the latter, or on both.
 * @param {string} what
 * @param {readonly number[]} values
 * @param {Series} other
 * @param {Limit & { of: 'p95' | 'both' }} [limit]
 * @returns {Row}
 */
export function seriesRow(what, values, other, limit) {
  const parts = [0.5, 0.95];
  const [own, others] = [values, other.values].map((series) => parts.map((part) => quantile(series, part)));
  const ratios = own.map((value, index) => value / others[index]);
  return {
    what: `${what}, p50 / p95`,
    measured: own.map(milliseconds).join(' / '),
    against: `${other.name}: ${others.map(milliseconds).join(' / ')}`,
    ratio: ratios.map(shownRatio).join(' / '),
    ...promise(limit, limit?.of === 'both' ? Math.max(...ratios) : ratios[1], limit?.of === 'both' ? 'both ' : 'p95 ', ' ×'),
  };
}

/**
 * One figure beside another.
 * @param {string} what
 * @param {number} value
 * @param {{ name: string, value: number }} other
 * @param {Limit} [limit] on the ratio
 * @returns {Row}
 */
export function ratioRow(what, value, other, limit) {
  const ratio = value / other.value;
  return {
    what,
    measured: milliseconds(value),
    against: `${other.name}: ${milliseconds(other.value)}`,
    ratio: shownRatio(ratio),
    ...promise(limit, ratio, '', ' ×'),
  };
}

/**
 * A figure that is promised as such.
 * @param {string} what
 * @param {number} value
 * @param {string} unit
 * @param {Limit} [limit]
 * @returns {Row}
 */
export function figureRow(what, value, unit, limit) {
  return {
    what,
    measured: unit === 'ms' ? milliseconds(value) : `${Math.round(value).toLocaleString('en')} ${unit}`,
    ...promise(limit, value, '', ` ${unit}`),
  };
}

/**
 * Something that could not be measured here, and why.
 * @param {string} what
 * @param {string} reason
 * @returns {Row}
 */
export function missingRow(what, reason) {
  return { what, measured: reason };
}

/**
 * @param {Limit | undefined} limit
 * @param {number} value
 * @param {string} subject
 * @param {string} unit
 * @returns {Pick<Row, 'target' | 'reached'>}
 */
function promise(limit, value, subject, unit) {
  if (limit === undefined) return {};
  if ('atMost' in limit) return { target: `${subject}≤ ${limit.atMost}${unit}`, reached: value <= limit.atMost };
  return { target: `${subject}≥ ${limit.atLeast}${unit}`, reached: value >= limit.atLeast };
}

/** @param {number} value */
function milliseconds(value) {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

/** @param {number} ratio */
function shownRatio(ratio) {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}

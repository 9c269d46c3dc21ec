// @ts-check
/**
 * A keystroke, from the change to the diagnostics, through the built server. The pause that the server makes while somebody
 * types is left out by asking for a check right behind the change, as the command `Check Current File` does.
 */
import { incrementalTimes } from './bareParse.mjs';
import { isDiagnosticsOf, memoryOf, startClient } from './client.mjs';
import { keystrokes } from './keystrokes.mjs';
import { leastOfEach, median } from './statistics.mjs';
import { figureRow, seriesRow } from './table.mjs';
import { pythonText } from './text.mjs';
import { timedEngine } from './timedEngine.mjs';

/** @import { Client } from './client.mjs' */
/** @import { Edit, Style } from './keystrokes.mjs' */
/** @import { Row } from './table.mjs' */

const styles = /** @type {const} */ (['raw', 'auto-closed']);
const parts = [0.05, 0.5, 0.95];

/**
 * @param {number} lines
 * @param {number} replays of the same keystrokes; of each keystroke's times the least counts, on both sides
 * @returns {Promise<Row[]>}
 */
export async function typingRows(lines, replays) {
  const text = pythonText(lines);
  const name = `${lines.toLocaleString('en')} lines`;
  const client = await startClient({ settings: { profile: 'all' } });
  /** @type {({ style: Style, part: number } & Times)[]} */
  const sessions = [];
  const engine = await timedEngine();
  for (const style of styles) {
    for (const part of parts) {
      const edits = keystrokes(text, part, style);
      sessions.push({ style, part, ...(await session({ client, engine }, text, edits, replays)) });
    }
  }
  const trips = await roundTrips(client);
  const memory = memoryOf(client.pid);
  await client.stop();
  const atMost = limitFor(lines);
  const row = (/** @type {string} */ where, /** @type {typeof sessions} */ some) =>
    seriesRow(
      `keystroke, ${name}, ${where}`,
      some.flatMap(({ typed }) => typed),
      bareOf(some),
      { atMost, of: 'p95' },
    );
  return [
    row('all of the following', sessions),
    ...sessions.map((one) => row(`${one.style}, at ${(100 * one.part).toFixed(0)} %`, [one])),
    seriesRow(
      `of all that the engine alone: parse and check, ${name}`,
      sessions.flatMap(({ inEngine }) => inEngine),
      bareOf(sessions),
    ),
    figureRow(`of that the way to the server and back, ${name}, p50`, median(trips), 'ms'),
    ...(memory === undefined ? [] : [figureRow(`memory of the server after that, ${name}`, memory.now, 'MB')]),
  ];
}

/**
 * What a question takes that the server knows the answer to: no keystroke is shown in less.
 * @param {Client} client
 */
async function roundTrips(client) {
  const times = [];
  for (let index = 0; index < 100; index++) {
    const begun = performance.now();
    await client.request('servicePatterns/processId', null);
    times.push(performance.now() - begun);
  }
  return times;
}

/**
 * Twice the bare parse at 1,000 lines, three times at 10,000, and no more than a straight line in between.
 * @param {number} lines
 */
function limitFor(lines) {
  return Number(Math.min(3, Math.max(2, 2 + (lines - 1_000) / 9_000)).toFixed(2));
}

/**
 * Milliseconds for each keystroke: through the server, in the engine alone, and of the bare parse.
 * @typedef {{ typed: number[], inEngine: number[], bare: number[] }} Times
 */

/**
 * The three take turns, so that what else the machine does meets all.
 * @param {{ client: Client, engine: import('./engine').TimedEngine }} measured
 * @param {string} text
 * @param {readonly Edit[]} edits
 * @param {number} replays
 * @returns {Promise<Times>}
 */
async function session({ client, engine }, text, edits, replays) {
  const typed = [];
  const inEngine = [];
  const bare = [];
  for (let replay = 0; replay < replays; replay++) {
    typed.push(await typedTimes(client, text, edits));
    inEngine.push([...engine.typing(text, edits)]);
    bare.push(incrementalTimes(text, edits));
  }
  return { typed: leastOfEach(typed), inEngine: leastOfEach(inEngine), bare: leastOfEach(bare) };
}

/** @param {readonly Times[]} sessions */
function bareOf(sessions) {
  return { name: 'bare incremental parse', values: sessions.flatMap(({ bare }) => bare) };
}

/**
 * @param {Client} client
 * @param {string} text
 * @param {readonly Edit[]} edits
 */
async function typedTimes(client, text, edits) {
  const uri = 'file:///bench/typing.py';
  const opened = client.next(isDiagnosticsOf(uri, 1));
  client.open(uri, text);
  await opened;
  const times = [];
  for (const [index, { line, column, text: typed }] of edits.entries()) {
    const position = { line, character: column };
    times.push(await changeTime(client, uri, index + 2, { range: { start: position, end: position }, text: typed }));
  }
  client.close(uri);
  return times;
}

/**
 * @param {Client} client
 * @param {string} uri
 * @param {number} version
 * @param {object} change
 * @returns {Promise<number>} milliseconds until the diagnostics for this version are there
 */
export async function changeTime(client, uri, version, change) {
  const answered = client.next(isDiagnosticsOf(uri, version));
  const begun = performance.now();
  client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  const checked = client.request('servicePatterns/checkFile', { uri });
  await answered;
  const time = performance.now() - begun;
  await checked;
  return time;
}

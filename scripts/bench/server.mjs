// @ts-check
/** What a person at the editor waits for, measured from outside: message in, diagnostics out. */
import { readFileSync } from 'node:fs';
import { incrementalTimes, parseTime } from './bareParse.mjs';
import { startClient } from './client.mjs';
import { keystrokes } from './keystrokes.mjs';
import { quantile, repeated, timeRow } from './statistics.mjs';
import { pythonText } from './text.mjs';

/** @import { Row } from './statistics.mjs' */

/** @returns {Promise<Row>} */
export async function coldStartRow() {
  const text = pythonText(1_000);
  const times = await repeated(7, async () => {
    const begun = performance.now();
    const client = await startClient();
    await client.open('file:///bench/cold.py', text);
    const time = performance.now() - begun;
    await client.stop();
    return time;
  });
  const parses = await repeated(7, () => parseTime(text));
  return timeRow('cold start of the server to the first diagnostics, 1,000 lines', quantile(times, 0.5), quantile(parses, 0.5));
}

/**
 * @param {number} lines
 * @returns {Promise<Row[]>}
 */
export async function fileRows(lines) {
  const text = pythonText(lines);
  const name = `${lines.toLocaleString('en')} lines`;
  const client = await startClient();
  const { checks, parses } = await fullChecks(client, text, lines > 5_000 ? 9 : 25);
  const { typed, bare } = await typing(client, text);
  const memory = residentMegabytes(client.pid);
  await client.stop();
  return [
    timeRow(`full check, ${name}, p50`, quantile(checks, 0.5), quantile(parses, 0.5)),
    timeRow(`full check, ${name}, p95`, quantile(checks, 0.95), quantile(parses, 0.95)),
    timeRow(`answer to a keystroke, ${name}, p50`, quantile(typed, 0.5), quantile(bare, 0.5)),
    timeRow(`answer to a keystroke, ${name}, p95`, quantile(typed, 0.95), quantile(bare, 0.95)),
    ...(memory === undefined ? [] : [{ what: `memory of the server after that, ${name}`, measured: `${memory.toFixed(0)} MB` }]),
  ];
}

/**
 * @param {import('./client.mjs').Client} client
 * @param {string} text
 * @param {number} times
 */
async function fullChecks(client, text, times) {
  const checks = [];
  const parses = [];
  for (let index = -3; index < times; index++) {
    const uri = `file:///bench/full${index}.py`;
    const begun = performance.now();
    await client.open(uri, text);
    const time = performance.now() - begun;
    const parse = parseTime(text);
    client.close(uri);
    // The first rounds are there to warm both sides up.
    if (index < 0) continue;
    checks.push(time);
    parses.push(parse);
  }
  return { checks, parses };
}

/**
 * @param {import('./client.mjs').Client} client
 * @param {string} text
 */
async function typing(client, text) {
  const uri = 'file:///bench/typing.py';
  const edits = keystrokes(text, [0.05, 0.5, 0.95]);
  await client.open(uri, text);
  const typed = [];
  for (const [index, { line, column, text: character }] of edits.entries()) {
    const position = { line, character: column };
    const begun = performance.now();
    await client.change(uri, index + 2, [{ range: { start: position, end: position }, text: character }]);
    typed.push(performance.now() - begun);
  }
  client.close(uri);
  return { typed, bare: incrementalTimes(text, edits) };
}

/** @param {number} pid */
function residentMegabytes(pid) {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // Only Linux tells it in this place.
    return undefined;
  }
}

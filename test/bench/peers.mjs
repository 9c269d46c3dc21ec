// @ts-check
/**
 * Other tools beside the product, on the same text in the same run. They do other work, and some of them more: the figures
 * say what people are used to waiting for, not which tool is better.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { starts } from '../e2e/host/commands.mjs';
import { isDiagnosticsOf, startClient } from './client.mjs';
import { measuredCheck } from './commandLine.mjs';
import { installPeers } from './peers/install.mjs';
import { measuredNode } from './programs.mjs';
import { median } from './statistics.mjs';
import { missingRow, ratioRow } from './table.mjs';
import { pythonText } from './text.mjs';
import { changeTime } from './typing.mjs';

/** @import { Client } from './client.mjs' */
/** @import { Files } from './files.mjs' */
/** @import { Row } from './table.mjs' */

const edits = 25;
/** In milliseconds: between edits, so that work that was put off is none of the next one's. */
const rest = 250;

/** Pyright takes minutes for a thousand files, pylint for a hundred. */
const mostForPyright = 1_000;
const mostForLinters = 100;

/**
 * @param {Files} files
 * @returns {Promise<Row[]>}
 */
export async function peerRows(files) {
  const packages = await installPeers();
  return [
    await languageServerRow(join(packages, 'pyright', 'langserver.index.js')),
    ruffRow(packages, files),
    someRow(files, mostForPyright, 'pyright', (paths) => measuredNode([join(packages, 'pyright', 'index.js'), ...paths], [0, 1]).wall),
    ...['pylint', 'flake8'].map((name) => linterRow(name, files)),
  ];
}

/**
 * @param {string} program
 * @returns {Promise<Row>}
 */
async function languageServerRow(program) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const text = pythonText(1_000);
    writeFileSync(join(folder, 'edited.py'), text);
    const uri = pathToFileURL(join(folder, 'edited.py')).href;
    const theirs = await editTimes(await startClient({ command: [program, '--stdio'], folder }), uri, text, pushedTime);
    const ours = await editTimes(await startClient({ folder, settings: { profile: 'all' } }), uri, text, changeTime);
    const [own, their] = [median(ours), median(theirs)];
    const what = 'edit to diagnostics, 1,000 lines, `pyright-langserver`, p50';
    return ratioRow(what, their, { name: 'this server, all rules', value: own }, { atLeast: 50 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * An expression comes and goes, at the end of a line in the middle.
 * @param {Client} client
 * @param {string} uri
 * @param {string} text
 * @param {typeof changeTime} timeOf
 */
async function editTimes(client, uri, text, timeOf) {
  const lines = text.split('\n');
  const line = lines.findIndex((one, index) => index > lines.length / 2 && /^ +return \w/.test(one));
  const [typed, from] = [' + undefined_name', lines[line].length];
  const opened = client.next(isDiagnosticsOf(uri, 1));
  client.open(uri, text);
  await opened;
  await pause(3_000);
  const times = [];
  for (let index = 0; index < edits; index++) {
    const isComing = index % 2 === 0;
    const end = { line, character: isComing ? from : from + typed.length };
    const change = { range: { start: { line, character: from }, end }, text: isComing ? typed : '' };
    times.push(await timeOf(client, uri, index + 2, change));
    await pause(rest);
  }
  await client.stop();
  return times;
}

/** @type {typeof changeTime} */
async function pushedTime(client, uri, version, change) {
  const answered = client.next(isDiagnosticsOf(uri, version));
  const begun = performance.now();
  client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  await answered;
  return performance.now() - begun;
}

/**
 * @param {string} packages
 * @param {Files} files
 * @returns {Row}
 */
function ruffRow(packages, { folder, name }) {
  const program = fileURLToPath(new URL('peers/ruffFiles.mjs', import.meta.url));
  const theirs = measuredNode([program, packages, folder]).wall;
  const ours = measuredCheck(folder, ['--threads=1']).wall;
  return ratioRow(`\`@astral-sh/ruff-wasm-nodejs\`, five groups of rules, ${name}, one thread`, theirs, besideOurs(ours));
}

/**
 * @param {string} name
 * @param {Files} files
 * @returns {Row}
 */
function linterRow(name, files) {
  if (!starts(name)) return missingRow(`\`${name}\``, 'it is not on this machine');
  return someRow(files, mostForLinters, name, (paths) => {
    const begun = performance.now();
    spawnSync(name, ['-j1', ...paths], { stdio: 'ignore' });
    return performance.now() - begun;
  });
}

/**
 * @param {Files} files
 * @param {number} most
 * @param {string} name
 * @param {(paths: readonly string[]) => number} timeOf
 * @returns {Row}
 */
function someRow({ paths }, most, name, timeOf) {
  const some = paths.slice(0, most);
  const theirs = timeOf(some);
  const ours = measuredNode(['dist/cli.js', 'check', ...some, '--isolated', '--exit-zero', '--quiet', '--threads=1'], [0, 3]).wall;
  return ratioRow(`\`${name}\`, ${some.length.toLocaleString('en')} files, one thread`, theirs, besideOurs(ours));
}

/** @param {number} value */
function besideOurs(value) {
  return { name: 'this command line, one thread', value };
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

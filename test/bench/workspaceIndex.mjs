// @ts-check
/** The server reads a workspace: the first time, and again with what it kept then. Its progress tells begin and end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memoryOf, startClient } from './client.mjs';
import { measuredParse } from './programs.mjs';
import { figureRow, missingRow, ratioRow } from './table.mjs';

/** @import { Files } from './files.mjs' */
/** @import { Message } from './client.mjs' */
/** @import { Row } from './table.mjs' */

/** In milliseconds: a server that has not begun by then has no index. */
const patience = 15_000;
const longest = 1_800_000;

/**
 * @param {Files} files
 * @returns {Promise<Row[]>}
 */
export async function workspaceIndexRows({ folder, name, count }) {
  const storage = mkdtempSync(join(tmpdir(), 'bench-index-'));
  try {
    const first = await indexed(folder, storage);
    if (first === undefined) return [missingRow(`workspace index, ${name}`, 'the server tells of no progress in reading a workspace')];
    const second = await indexed(folder, storage);
    for (const start of [first, second])
      if (start?.read !== count) throw new Error(`There are ${count} files, and the server says that it has read ${start?.read}.`);
    const parse = measuredParse(folder, 1).wall;
    return [
      ratioRow(`workspace index, ${name}, first start`, first.time, { name: 'parsing them on one thread', value: parse }),
      ratioRow(
        `workspace index, ${name}, second start`,
        second?.time ?? Number.NaN,
        { name: 'first start', value: first.time },
        { atMost: 0.1 },
      ),
      ...memoryRows(`first start, ${name}`, first.memory),
      ...memoryRows(`second start, ${name}`, second?.memory),
    ];
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

/**
 * @param {string} when
 * @param {{ now: number, most: number } | undefined} memory
 * @returns {Row[]}
 */
function memoryRows(when, memory) {
  if (memory === undefined) return [];
  return [
    figureRow(`memory of the server with the index, ${when}`, memory.now, 'MB', { atMost: 250 }),
    figureRow(`the most memory on the way there, ${when}`, memory.most, 'MB'),
  ];
}

/**
 * @typedef {object} Start
 * @property {number} time in milliseconds
 * @property {number} read how many files the server says that it has read
 * @property {{ now: number, most: number } | undefined} memory
 */

/**
 * @param {string} folder
 * @param {string} storage
 * @returns {Promise<Start | undefined>} undefined when it reads nothing
 */
async function indexed(folder, storage) {
  const client = await startClient({ folder, options: { storage: pathToFileURL(storage).href } });
  try {
    let read = 0;
    const ended = client.next((message) => {
      if (isProgress('report')(message)) read = Number(/^\d+/.exec(message.params?.value?.message ?? '')?.[0] ?? read);
      return isProgress('end')(message);
    }, longest);
    // Nobody waits for it where nothing begins.
    ended.catch(() => undefined);
    const begun = await client.next(isProgress('begin'), patience).then(
      () => performance.now(),
      () => undefined,
    );
    if (begun === undefined) return undefined;
    await ended;
    const time = performance.now() - begun;
    return { time, read, memory: await settledMemory(client.pid) };
  } finally {
    await client.stop();
  }
}

/**
 * What stays when threads have ended and what was read is kept: the least that is seen until it falls no further.
 * @param {number} pid
 */
async function settledMemory(pid) {
  let least = memoryOf(pid);
  for (let unchanged = 0; least !== undefined && unchanged < 4; unchanged++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { now, most } = memoryOf(pid) ?? least;
    if (now < 0.99 * least.now) unchanged = 0;
    least = { now: Math.min(now, least.now), most };
  }
  return least;
}

/** @param {'begin' | 'report' | 'end'} kind @returns {(message: Message) => boolean} */
function isProgress(kind) {
  return ({ method, params }) => method === '$/progress' && params?.value?.kind === kind;
}

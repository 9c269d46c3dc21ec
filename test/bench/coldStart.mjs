// @ts-check
/** From the start of the server's process to the first diagnostics, with nothing kept from an earlier start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDiagnosticsOf, startClient } from './client.mjs';
import { measuredParse } from './programs.mjs';
import { median } from './statistics.mjs';
import { figureRow } from './table.mjs';
import { pythonText } from './text.mjs';

/** @import { Row } from './table.mjs' */

const limit = { atMost: 400 };

/**
 * @param {{ folder: string, name: string } | undefined} workspace many files that the server begins to read at the same time
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function coldStartRows(workspace, rounds) {
  const text = pythonText(1_000);
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(scratch, 'cold.py'), text);
    const alone = [];
    const amidst = [];
    const parses = [];
    for (let round = 0; round < rounds; round++) {
      alone.push(await coldStart(scratch, text, join(scratch, `alone${round}`)));
      if (workspace) amidst.push(await coldStart(workspace.folder, text, join(scratch, `amidst${round}`)));
      parses.push(measuredParse(scratch, 1).wall);
    }
    const parse = median(parses);
    const row = (/** @type {string} */ what, /** @type {number[]} */ times) => ({
      ...figureRow(`cold start to the first diagnostics, 1,000 lines, ${what}`, median(times), 'ms', limit),
      against: `start of a program that parses it: ${parse.toFixed(0)} ms`,
      ratio: (median(times) / parse).toFixed(2),
    });
    return [row('empty cache', alone), ...(workspace ? [row(`empty cache, in a workspace of ${workspace.name}`, amidst)] : [])];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} text
 * @param {string} storage
 */
async function coldStart(folder, text, storage) {
  const uri = pathToFileURL(join(folder, 'cold.py')).href;
  const begun = performance.now();
  const client = await startClient({ folder, options: { storage: pathToFileURL(storage).href } });
  const answered = client.next(isDiagnosticsOf(uri, 1));
  client.open(uri, text);
  await answered;
  const time = performance.now() - begun;
  await client.stop();
  return time;
}

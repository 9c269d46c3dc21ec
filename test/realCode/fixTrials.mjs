// @ts-check
/**
 * Tries every fix on real files: `npm run fix-trials -- [--most N] DIR…`.
 *
 * Each fix is applied alone, the result is checked again and compiled by CPython, and then all fixes of a file are applied
 * together. What does not compile without a warning before is left out; so is what only a newer Python can compile. Of each rule at most
 * `--most` findings are tried in a file.
 */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { forNode } from '../../scripts/bundling.mjs';
import { pythonFiles } from '../../scripts/corpus/pythonFiles.mjs';

/** @import { Trial } from './fixTrial' */
/** @import { Source, Compiled } from '../support/compile' */

const outfile = resolve('out/fixTrial.mjs');
/** Whole texts travel to Python: as many at once as fit into memory without a thought. */
const batchBytes = 20_000_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { most: { type: 'string', default: '20' } } });
if (positionals.length === 0) {
  console.error('Name the folders: npm run fix-trials -- DIR…');
  process.exit(2);
}

const entry = "export * from './test/realCode/fixTrial'; export { compile } from './test/support/compile';";
const banner =
  "import { createRequire as __r } from 'node:module'; import { fileURLToPath as __f } from 'node:url'; const require = __r(import.meta.url); const __filename = __f(import.meta.url); const __dirname = __f(new URL('.', import.meta.url));";
await build({ ...forNode, stdin: { contents: entry, resolveDir: '.', loader: 'ts' }, outfile, format: 'esm', banner: { js: banner } });
/** @type {{ fixTrials(source: string, file: string, most: number): readonly Trial[], compile(sources: readonly Source[]): Compiled }} */
const { fixTrials, compile } = await import(outfile);

/** @type {Map<string, { tried: number, declined: number, failed: number }>} */
const tally = new Map();
let failures = 0;
for (const folder of positionals) tryFolder(folder);
const width = Math.max(...[...tally.keys()].map((rule) => rule.length));
for (const [rule, { tried, declined, failed }] of [...tally].sort())
  console.log(`${rule.padEnd(width)}  ${tried} applied, ${declined} declined, ${failed} wrong`);
process.exitCode = failures > 0 ? 1 : 0;

/** @param {string} folder */
function tryFolder(folder) {
  const name = basename(resolve(folder));
  const files = pythonFiles(folder).map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));
  const broken = new Set(compiled(files.map(({ path, text }) => ({ name: path, code: text }))).map((error) => error.name));
  /** @type {{ name: string, code: string }[]} */
  const results = [];
  /** @type {Map<string, string>} */
  const rules = new Map();
  for (const { path, text } of files.filter((file) => !broken.has(file.path))) {
    for (const { rule, title, line, text: after, problem } of fixTrials(text, path, Number(values.most))) {
      const entry = tally.get(rule) ?? { tried: 0, declined: 0, failed: 0 };
      tally.set(rule, entry);
      if (after === undefined) entry.declined += 1;
      else entry.tried += 1;
      const place = `${name}/${path}:${line} ${rule} ${title}`;
      if (problem !== undefined) fail(place, rule, problem);
      if (after === undefined || after === text) continue;
      results.push({ name: place, code: after });
      rules.set(place, rule);
    }
  }
  for (const { name: place, error } of compiled(results)) fail(place, rules.get(place) ?? '', error);
  console.log(`${name}: ${files.length} files, ${results.length} results`);
}

/** @param {string} place @param {string} rule @param {string} problem */
function fail(place, rule, problem) {
  failures += 1;
  const entry = tally.get(rule);
  if (entry !== undefined) entry.failed += 1;
  console.log(`WRONG ${place}: ${problem}`);
}

/**
 * What CPython refuses.
 * @param {readonly { name: string, code: string }[]} sources
 */
function compiled(sources) {
  /** @type {{ name: string, error: string }[]} */
  const errors = [];
  for (let from = 0; from < sources.length;) {
    let to = from;
    for (let bytes = 0; to < sources.length && bytes < batchBytes; to++) bytes += sources[to].code.length;
    // Numbers stand for the names: an error has to be matched with its source again.
    const batch = sources
      .slice(from, to)
      .map(({ code }, index) => ({ name: String(from + index), code, min: undefined, isFragment: false }));
    for (const error of compile(batch).errors) {
      const colon = error.indexOf(': ');
      const { name = '' } = sources[Number(error.slice(0, colon))] ?? {};
      errors.push({ name, error: error.slice(colon + 2) });
    }
    from = to;
  }
  return errors;
}

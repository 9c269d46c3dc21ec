// @ts-check
/** The parser alone, with nothing done to its trees: the measure of everything else. */
import { readFile } from 'node:fs/promises';
import { Edit as TreeEdit, Language, Parser } from 'web-tree-sitter';

/** @import { Edit } from './keystrokes.mjs' */

const wasm = (/** @type {string} */ name) => new URL(`../../dist/${name}`, import.meta.url);
await Parser.init({ wasmBinary: await readFile(wasm('web-tree-sitter.wasm')) });
const parser = new Parser();
parser.setLanguage(await Language.load(await readFile(wasm('tree-sitter-python.wasm'))));

/**
 * @param {string} text
 * @returns {number} milliseconds
 */
export function parseTime(text) {
  const begun = performance.now();
  const tree = parser.parse(text);
  const time = performance.now() - begun;
  tree?.delete();
  return time;
}

/**
 * Parses the text anew after each edit, with the tree before.
 * @param {string} text
 * @param {readonly Edit[]} edits
 * @returns {number[]} milliseconds for each
 */
export function incrementalTimes(text, edits) {
  let tree = parser.parse(text);
  let current = text;
  const times = edits.map((edit) => {
    const begun = performance.now();
    current = current.slice(0, edit.offset) + edit.text + current.slice(edit.offset);
    const start = { row: edit.line, column: edit.column };
    const end = edit.text === '\n' ? { row: edit.line + 1, column: 0 } : { row: edit.line, column: edit.column + edit.text.length };
    tree?.edit(
      new TreeEdit({
        startIndex: edit.offset,
        oldEndIndex: edit.offset,
        newEndIndex: edit.offset + edit.text.length,
        startPosition: start,
        oldEndPosition: start,
        newEndPosition: end,
      }),
    );
    const next = parser.parse(current, tree);
    const time = performance.now() - begun;
    tree?.delete();
    tree = next;
    return time;
  });
  tree?.delete();
  return times;
}

// @ts-check
/** Many Python files to measure with, copied into a folder of their own, so that nothing else is in it and nothing is written elsewhere. */
import { isUtf8 } from 'node:buffer';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pythonFolders } from './text.mjs';

/**
 * @typedef {object} Files
 * @property {string} folder
 * @property {string} name how many there are
 * @property {number} count
 * @property {number} lines
 * @property {readonly string[]} paths
 * @property {() => void} remove
 */

/** Folders that the product leaves out by itself; what is copied is checked to the last file. */
const leftOut = new Set('build dist node_modules site-packages dist-packages venv __pycache__ __pypackages__'.split(' '));

/** In bytes: larger files are skipped by the product, visibly. */
const largest = 1024 * 1000;

/**
 * @param {number} count
 * @param {string | undefined} source a folder to take them from; else the standard library, then the packages of the machine's Python
 * @returns {Files}
 */
export function copiedFiles(count, source) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-files-'));
  const { standard, installed } = source === undefined ? pythonFolders() : { standard: source, installed: [] };
  const paths = [];
  let lines = 0;
  for (const { root, path } of [standard, ...installed].flatMap(filesBelow)) {
    if (paths.length >= count) break;
    const content = readFileSync(path);
    if (content.length > largest || !isUtf8(content)) continue;
    const copy = join(folder, relative(root, path));
    // The same module in two places: the first one is what Python would import.
    if (existsSync(copy)) continue;
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(path, copy);
    paths.push(copy);
    lines += content.toString('utf8').split('\n').length;
  }
  const name = `${paths.length.toLocaleString('en')} files, ${lines.toLocaleString('en')} lines`;
  return { folder, name, count: paths.length, lines, paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * @param {string} root
 * @returns {{ root: string, path: string }[]} in order
 */
function filesBelow(root) {
  if (!existsSync(root)) return [];
  const found = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) if (entry.isFile() && entry.name.endsWith('.py')) found.push({ root, path: join(folder, entry.name) });
    const inner = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !leftOut.has(entry.name));
    folders.push(...inner.map((entry) => join(folder, entry.name)).reverse());
  }
  return found;
}

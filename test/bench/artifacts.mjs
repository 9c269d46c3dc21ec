// @ts-check
/** What people download. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @import { Row } from './table.mjs' */

const bundles = [
  'dist/node/extension.js',
  'dist/node/server.js',
  'dist/web/extension.js',
  'dist/web/server.js',
  'dist/cli.js',
  'dist/web-tree-sitter.wasm',
  'dist/tree-sitter-python.wasm',
];

/** @returns {Row[]} */
export function sizeRows() {
  const packages = readdirSync('dist')
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => join('dist', name));
  const packaged = packages.map((path) => ({ what: `\`${path}\``, measured: kilobytes(statSync(path).size) }));
  return [...bundles.map(bundleRow), ...(packaged.length > 0 ? packaged : [{ what: '`.vsix`', measured: 'not packaged in this run' }])];
}

/** @param {string} path */
function bundleRow(path) {
  const content = readFileSync(path);
  return { what: `\`${path}\` (compressed)`, measured: `${kilobytes(content.length)} (${kilobytes(gzipSync(content).length)})` };
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1024).toLocaleString('en')} kB`;
}

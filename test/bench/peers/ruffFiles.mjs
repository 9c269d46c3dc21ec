// @ts-check
/**
 * Checks every Python file of a folder with ruff's WebAssembly and the rules that are nearest to ours.
 *
 *   node ruffFiles.mjs PACKAGES FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages = '', folder = ''] = process.argv.slice(2);
const { Workspace, PositionEncoding } = createRequire(join(packages, 'package.json'))('@astral-sh/ruff-wasm-nodejs');
const select = ['ASYNC', 'S113', 'RUF006', 'B904', 'BLE'];
const workspace = new Workspace({ 'target-version': 'py313', lint: { select, preview: true } }, PositionEncoding.Utf16);
let findings = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
  if (entry.isFile() && entry.name.endsWith('.py'))
    findings += workspace.check(readFileSync(join(entry.parentPath, entry.name), 'utf8')).length;
console.log(`${findings} findings`);

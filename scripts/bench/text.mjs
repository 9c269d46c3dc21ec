// @ts-check
/** Python text to measure with: the machine's own standard library, so that none has to be kept here. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whole top-level statements of the standard library's asyncio package, until there are about so many lines.
 * @param {number} lines
 */
export function pythonText(lines) {
  const folder = join(standardLibrary(), 'asyncio');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort();
  const statements = names.flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/^(?=\S)/m));
  const parts = [];
  let count = 0;
  for (const statement of statements) {
    const length = statement.split('\n').length - 1;
    if (count + length > lines) continue;
    parts.push(statement);
    count += length;
  }
  return parts.join('');
}

/**
 * Files of the standard library, largest packages first, that together have at least so many lines.
 * @param {number} lines
 * @returns {string[]} paths
 */
export function pythonFiles(lines) {
  const root = standardLibrary();
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/site-packages|dist-packages|lib2to3[\\/]tests|__pycache__/.test(path))
    .sort();
  let count = 0;
  return files.filter((path) => {
    if (count >= lines) return false;
    count += readFileSync(path, 'utf8').split('\n').length;
    return true;
  });
}

function standardLibrary() {
  const { stdout, error } = spawnSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' });
  if (error) throw new Error('The benchmark takes its text from the Python standard library: install python3.');
  return stdout.trim();
}

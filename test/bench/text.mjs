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
  const folder = join(pythonFolders().standard, 'asyncio');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort();
  const statements = names.flatMap((name) => topStatements(readFileSync(join(folder, name), 'utf8')));
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
 * A text in pieces that are whole: an error would have all of it parsed anew at each keystroke.
 * @param {string} text
 */
function topStatements(text) {
  /** @type {string[]} */
  const statements = [];
  for (const piece of text.split(/^(?=\S)/m)) {
    const last = statements.at(-1);
    const isRest = /^(?:[)\]}"']|(?:else|elif|except|finally)\b)/.test(piece);
    if (last !== undefined && (isRest || /^@.*\n$/.test(last.slice(last.lastIndexOf('\n', last.length - 2) + 1))))
      statements[statements.length - 1] = last + piece;
    else statements.push(piece);
  }
  return statements;
}

/** @returns {{ standard: string, installed: string[] }} where the machine's Python has its own modules, and those of packages */
export function pythonFolders() {
  const program = 'import json, site, sysconfig; print(json.dumps([sysconfig.get_path("stdlib"), site.getsitepackages()]))';
  const { stdout, status } = spawnSync('python3', ['-c', program], { encoding: 'utf8' });
  if (status !== 0) throw new Error('The benchmark takes its text from the Python standard library: install python3.');
  const [standard, installed] = JSON.parse(stdout);
  return { standard, installed };
}

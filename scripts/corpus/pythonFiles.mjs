// @ts-check
/** The Python files of a real project that a tool looks at unless told otherwise. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const leftOut = /^(\..*|node_modules|__pycache__|__pypackages__|site-packages|venv|build|dist)$/;

/**
 * @param {string} folder
 * @returns {string[]} paths that begin with the folder
 */
export function pythonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return leftOut.test(entry.name) ? [] : pythonFiles(path);
    return entry.isFile() && entry.name.endsWith('.py') ? [path] : [];
  });
}

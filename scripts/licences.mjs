// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licence texts of all packages that stand in bundles, for the file that ships with them.
 * @param {readonly string[]} inputs the paths of all bundled sources
 */
export async function licencesOf(inputs) {
  // The grammar is shipped as a file beside the bundles, so no bundle names it.
  const packages = [...new Set(['node_modules/tree-sitter-python', ...inputs.flatMap((path) => packageFolder(path) ?? [])])].sort();
  const texts = await Promise.all(packages.map((folder) => licenceOf(folder)));
  return `Packages that this program contains, and their licences.\n\n${texts.join('\n')}`;
}

/** @param {string} path */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** @param {string} folder */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) return `${'-'.repeat(80)}\n${name} ${version} (${license})\n`;
  const text = await readFile(join(folder, file), 'utf8');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}

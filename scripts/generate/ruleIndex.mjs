// @ts-check
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = 'server/src/rules';

/** All rules, from their folders: the id and category are the folder's names, title and summary stand in `rule.md`. */
export const artifact = {
  path: `${root}/index.generated.ts`,
  generate,
};

/** @param {import('./sources.mjs').Docs} docs */
async function generate({ parsePage, ruleShape }) {
  const folders = await ruleFolders();
  const imports = [];
  const rules = [];
  const texts = [];
  for (const [index, { category, id }] of folders.entries()) {
    const { title, summary } = parsePage(await readFile(join(root, category, id, 'rule.md'), 'utf8'), ruleShape);
    imports.push(`import rule${index} from './${category}/${id}/rule';`, `import text${index} from './${category}/${id}/rule.md';`);
    rules.push(
      `  { ...rule${index}, id: ${quote(id)}, category: ${quote(category)}, title: ${quote(title)}, summary: ${quote(summary)} },`,
    );
    texts.push(`  [${quote(id)}, text${index}],`);
  }
  return [
    '/// <reference path="../docs/markdown.d.ts" />',
    '// Written by `npm run generate` from the folders of rules.',
    "import type { Rule } from '../engine/rule';",
    ...imports,
    '',
    '/** Every rule, by category and id. */',
    `export const rules: readonly Rule[] = [\n${rules.join('\n')}\n];`,
    '',
    "/** Each rule's page as it was written, by the rule's id. */",
    `export const ruleTexts: ReadonlyMap<string, string> = new Map([\n${texts.join('\n')}\n]);`,
    '',
  ].join('\n');
}

/** The folders that hold a rule, by category and id. */
async function ruleFolders() {
  const categories = await folderNames(root);
  const all = await Promise.all(
    categories.map(async (category) => (await folderNames(join(root, category))).map((id) => ({ category, id }))),
  );
  return all
    .flat()
    .filter(({ category, id }) => existsSync(join(root, category, id, 'rule.ts')) && existsSync(join(root, category, id, 'rule.md')));
}

/** @param {string} path */
async function folderNames(path) {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

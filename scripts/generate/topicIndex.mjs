// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = 'server/src/topics';

/** All guidance topics, from their files: the id is the file's name, the rest stands at the top of the page. */
export const artifact = {
  path: `${root}/index.generated.ts`,
  generate,
};

/** @param {import('./sources.mjs').Docs} docs */
async function generate({ parsePage, topicShape }) {
  const names = (await readdir(root)).filter((name) => name.endsWith('.md')).sort();
  const imports = [];
  const topics = [];
  for (const [index, name] of names.entries()) {
    const { title, summary, labels } = parsePage(await readFile(join(root, name), 'utf8'), topicShape);
    const words = { id: name.replace(/\.md$/, ''), title, summary, group: labels['Group'] ?? '' };
    const fields = Object.entries(words).map(([key, value]) => `${key}: '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);
    imports.push(`import text${index} from './${name}';`);
    topics.push(`  { ${fields.join(', ')}, text: text${index} },`);
  }
  return [
    '/// <reference path="../docs/markdown.d.ts" />',
    '// Written by `npm run generate` from the pages of topics.',
    "import type { Topic } from '../docs/topic';",
    ...imports,
    '',
    '/** Every guidance topic, by id. */',
    `export const topics: readonly Topic[] = [\n${topics.join('\n')}\n];`,
    '',
  ].join('\n');
}

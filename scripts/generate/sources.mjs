// @ts-check
/** Runs the project's own TypeScript, so that the generator says nothing that the program does not say. */
import { build } from 'esbuild';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forNode } from '../bundling.mjs';

/** @typedef {typeof import('../../server/src/docs/parse') & typeof import('../../server/src/docs/snippets')} Docs */
/**
 * @typedef {Docs
 *   & typeof import('../../server/src/docs/page')
 *   & typeof import('../../server/src/docs/topic')
 *   & typeof import('../../server/src/docs/words')
 *   & typeof import('../../server/src/docs/markdown')
 *   & typeof import('../../server/src/catalogue/index.generated')
 *   & typeof import('../../server/src/catalogue/callFacts')
 *   & typeof import('../../server/src/rules/index.generated')
 *   & typeof import('../../server/src/topics/index.generated')
 *   & typeof import('../../server/src/settings/schema')
 *   & typeof import('../../client/src/commands/index')} Sources
 */

const docs = ['server/src/docs/parse', 'server/src/docs/snippets'];
const all = [
  ...docs,
  ...['server/src/docs/page', 'server/src/docs/topic', 'server/src/docs/words', 'server/src/docs/markdown'],
  ...['server/src/catalogue/index.generated', 'server/src/catalogue/callFacts'],
  ...['server/src/rules/index.generated', 'server/src/topics/index.generated', 'server/src/settings/schema', 'client/src/commands/index'],
];

/** What reads pages: enough to make the indexes of rules and topics. @returns {Promise<Docs>} */
export function loadDocs() {
  return load(docs);
}

/** Everything that artifacts are made of. @returns {Promise<Sources>} */
export function loadSources() {
  return load(all);
}

/** @param {readonly string[]} modules */
async function load(modules) {
  await mkdir('out', { recursive: true });
  const folder = await mkdtemp(join('out', 'generate-'));
  const outfile = join(folder, 'sources.cjs');
  try {
    await build({
      ...forNode,
      stdin: { contents: modules.map((path) => `export * from './${path}';`).join('\n'), resolveDir: '.' },
      outfile,
      format: 'cjs',
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// @ts-check
/**
 * Writes what is derived from other files; with `--check` compares instead, and fails where something is out of step.
 *
 * The sources are always TypeScript and Markdown. Artifacts come in two waves, because the second one runs code that
 * imports the indexes of the first.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { artifact as catalogueIndex } from './generate/catalogueIndex.mjs';
import { artifact as docsSettings } from './generate/docsSettings.mjs';
import { artifact as callFacts } from './generate/callFacts.mjs';
import { artifact as nodeKinds } from './generate/nodeKinds.mjs';
import { artifact as packageJson } from './generate/packageJson.mjs';
import { artifact as projectSchema } from './generate/projectSchema.mjs';
import { artifact as readme } from './generate/readme.mjs';
import { artifact as ruleIndex } from './generate/ruleIndex.mjs';
import { artifact as rulePages } from './generate/rulePages.mjs';
import { artifact as snippets } from './generate/snippets.mjs';
import { artifact as topicIndex } from './generate/topicIndex.mjs';
import { artifact as topicPages } from './generate/topicPages.mjs';
import { loadDocs, loadSources } from './generate/sources.mjs';

/**
 * One file, or all files of a folder by name.
 * @template Source
 * @typedef {{ path: string, generate(source: Source): Promise<string> | string }
 *   | { folder: string, generate(source: Source): Promise<Record<string, string>> | Record<string, string> }} Artifact
 */

const isCheck = process.argv.includes('--check');
/** @type {string[]} */
const stale = [];

await bring([nodeKinds, catalogueIndex, ruleIndex, topicIndex], await loadDocs());
if (stale.length === 0)
  await bring([callFacts, packageJson, snippets, projectSchema, rulePages, topicPages, docsSettings, readme], await loadSources());
report();

/**
 * @template Source
 * @param {Artifact<Source>[]} artifacts
 * @param {Source} source
 */
async function bring(artifacts, source) {
  for (const artifact of artifacts) {
    if ('path' in artifact) await bringFile(artifact.path, await artifact.generate(source));
    else await bringFolder(artifact.folder, await artifact.generate(source));
  }
}

/** @param {string} folder @param {Record<string, string>} files */
async function bringFolder(folder, files) {
  for (const [name, text] of Object.entries(files)) await bringFile(join(folder, name), text);
  const present = await readdir(folder).catch(() => []);
  for (const name of present.filter((each) => !(each in files))) {
    if (isCheck) stale.push(`${join(folder, name)} (nothing makes it any more)`);
    else await rm(join(folder, name));
  }
}

/** @param {string} path @param {string} text */
async function bringFile(path, text) {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === text) return;
  if (isCheck) {
    stale.push(path);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`wrote ${path}`);
}

function report() {
  if (stale.length === 0) return;
  console.error(`Out of step with their sources:\n${stale.map((path) => `  ${path}`).join('\n')}\nRun: npm run generate`);
  process.exitCode = 1;
}

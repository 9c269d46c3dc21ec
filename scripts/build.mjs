// @ts-check
/**
 * Bundles the extension, the language server (each for the desktop and for the browser) and the command line into `dist`.
 *
 * `node scripts/build.mjs` minifies, for release; `--dev` keeps names and writes source maps; `--watch` is `--dev`, again and again.
 * The browser bundles are made for a platform without Node: one stray `node:` import fails the build.
 */
import { build, context } from 'esbuild';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forBrowser, forNode, wasmFiles } from './bundling.mjs';
import { licencesOf } from './licences.mjs';

const isWatching = process.argv.includes('--watch');
const isDevelopment = isWatching || process.argv.includes('--dev');

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  'dist/node/extension.js': { ...forNode, entryPoints: ['client/src/node.ts'], format: 'cjs', external: ['vscode'] },
  'dist/node/server.js': { ...forNode, entryPoints: ['server/src/hosts/node.ts'], format: 'cjs' },
  'dist/web/extension.js': { ...forBrowser, entryPoints: ['client/src/browser.ts'], format: 'cjs', external: ['vscode'] },
  'dist/web/server.js': { ...forBrowser, entryPoints: ['server/src/hosts/browser.ts'], format: 'iife' },
  'dist/cli.js': { ...forNode, entryPoints: ['server/src/hosts/cli.ts'], format: 'cjs', banner: { js: '#!/usr/bin/env node' } },
};

await mkdir('dist', { recursive: true });
await Promise.all(Object.entries(wasmFiles).map(([name, path]) => copyFile(path, join('dist', name))));
if (isWatching) await watch();
else await buildOnce().catch(fail);

async function buildOnce() {
  const results = await Promise.all(allOptions().map((options) => build({ ...options, metafile: true })));
  await writeFile('dist/licences.txt', await licencesOf(results.flatMap((result) => Object.keys(result.metafile.inputs))));
  for (const file of [...Object.keys(bundles), ...Object.keys(wasmFiles).map((name) => join('dist', name))]) {
    console.log(`${String(Math.round((await stat(file)).size / 1024)).padStart(6)} kB  ${file}`);
  }
}

async function watch() {
  for (const options of allOptions()) await (await context({ ...options, logLevel: 'info' })).watch();
}

/** @returns {import('esbuild').BuildOptions[]} */
function allOptions() {
  return Object.entries(bundles).map(([outfile, options]) => ({
    ...options,
    outfile,
    minify: !isDevelopment,
    sourcemap: isDevelopment,
    legalComments: 'none',
  }));
}

/** esbuild has said already what is wrong with the sources. @param {unknown} error */
function fail(error) {
  if (!(error instanceof Error && 'errors' in error)) throw error;
  console.error('The build failed.');
  process.exitCode = 1;
}

// @ts-check
/** The engine in this process, bundled and minified as the product is. */
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { forNode } from '../../scripts/bundling.mjs';

const outfile = fileURLToPath(new URL('../../out/bench/engine.cjs', import.meta.url));

/** @returns {Promise<import('./engine').TimedEngine>} */
export async function timedEngine() {
  await build({ ...forNode, entryPoints: [fileURLToPath(new URL('engine.ts', import.meta.url))], outfile, format: 'cjs', minify: true });
  const wasmFolder = fileURLToPath(new URL('../../dist', import.meta.url));
  return createRequire(import.meta.url)(outfile).timedEngine(wasmFolder);
}

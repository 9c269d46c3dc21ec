// @ts-check
/** What every esbuild bundle of this repository has in common, and the traps of bundling the parser's runtime. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The package's own CommonJS file: its module form asks `import.meta.url`, which a CommonJS bundle does not have. */
const parserRuntimeForNode = join(dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.cjs');

/** The two WebAssembly files, by the name that they have beside the bundles. */
export const wasmFiles = {
  'web-tree-sitter.wasm': require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  'tree-sitter-python.wasm': require.resolve('tree-sitter-python/tree-sitter-python.wasm'),
};

/** Rule and topic texts travel in the bundles as strings. */
const loaders = /** @type {const} */ ({ '.md': 'text' });

/** @type {import('esbuild').BuildOptions} */
export const forNode = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: loaders,
  alias: { 'web-tree-sitter': parserRuntimeForNode },
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
export const forBrowser = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  loader: loaders,
  // A worker made from a blob has no address that the parser's runtime could work with; it is handed its files as bytes.
  define: { 'import.meta.url': '"file:///worker/"' },
  logLevel: 'warning',
};

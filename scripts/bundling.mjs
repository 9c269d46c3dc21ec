// @ts-check
/** What every esbuild bundle of this repository has in common, and the traps of bundling the parser's runtime. */
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** The package's own CommonJS file: its module form asks `import.meta.url`, which a CommonJS bundle does not have. */
const parserRuntimeForNode = join(dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.cjs');

/** The two WebAssembly files, by the name that they have beside the bundles. */
export const wasmFiles = {
  'web-tree-sitter.wasm': require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  'tree-sitter-python.wasm': require.resolve('tree-sitter-python/tree-sitter-python.wasm'),
};

/**
 * The catalogue's libraries travel in the bundles as texts, each of which is read when it is first asked for: as code they are a
 * sixth of a bundle, which every start and every thread would compile. They are data (no row holds code), so nothing is lost.
 * @type {import('esbuild').Plugin}
 */
const librariesAsTexts = {
  name: 'libraries as texts',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]catalogue[\\/]index\.generated\.ts$/ }, ({ path }) => packedLibraries(path)),
};

/**
 * What the start looks at stands open, the rest is a text.
 * @param {string} path
 * @returns {Promise<import('esbuild').OnLoadResult>}
 */
async function packedLibraries(path) {
  const { outputFiles, metafile } = await build({ entryPoints: [path], bundle: true, write: false, metafile: true, format: 'esm' });
  /** @type {{ libraries: Record<string, unknown>[] }} */
  const { libraries } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  const packed = libraries.map(({ module, distribution, forks, ...rest }) =>
    [{ module, distribution, forks }, Object.keys(rest), JSON.stringify(rest)].map((part) => JSON.stringify(part)).join(),
  );
  const contents = `
    const packed = (library, keys, text) => {
      let read;
      for (const key of keys) Object.defineProperty(library, key, { enumerable: true, get: () => (read ??= JSON.parse(text))[key] });
      return library;
    };
    export const libraries = [${packed.map((parts) => `packed(${parts})`).join()}];`;
  return { contents, loader: 'js', watchFiles: Object.keys(metafile.inputs).map((file) => resolve(file)) };
}

/** Rule and topic texts travel in the bundles as strings. */
const loaders = /** @type {const} */ ({ '.md': 'text' });

/** @type {import('esbuild').BuildOptions} */
export const forNode = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: loaders,
  plugins: [librariesAsTexts],
  alias: { 'web-tree-sitter': parserRuntimeForNode },
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
export const forBrowser = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  loader: loaders,
  plugins: [librariesAsTexts],
  // A worker made from a blob has no address that the parser's runtime could work with; it is handed its files as bytes.
  define: { 'import.meta.url': '"file:///worker/"' },
  logLevel: 'warning',
};

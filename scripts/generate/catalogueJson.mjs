// @ts-check
/** The catalogue's libraries as JSON, for `scripts/verify-catalogue.py`. Run by itself it prints them. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @returns {Promise<string>} the built-in libraries, as the source states them */
async function catalogueJson() {
  const entry = fileURLToPath(new URL('../../server/src/catalogue/index.generated.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false, logLevel: 'error' });
  const [bundle] = outputFiles;
  const { libraries } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  return JSON.stringify(libraries);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await catalogueJson());

// @ts-check
/**
 * Runs the tests that need no VS Code: `node scripts/unit.mjs [filter…]`.
 *
 * A filter that is a rule's id runs that rule's examples alone; any other filter picks test files by a part of their path.
 * A run without tests, or with one that is skipped or left to do, fails: nothing may pass by not running.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { forNode } from './bundling.mjs';

const output = 'out';
const rulesTest = 'test/rules.test.ts';
/** Tests stand on these as packages: they are too large to bundle, or read their own files. */
const external = ['typescript', 'esbuild', 'playwright-core', 'prettier'];
/** Makes CommonJS packages feel at home in a module. */
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join(' ');

const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const rules = filters.filter((filter) => ruleIds().includes(filter));
const files = testFiles().filter((file) => isWanted(file));
if (files.length === 0) {
  console.error(`No test file and no rule is called ${filters.join(' or ')}.`);
  process.exit(1);
}

mkdirSync(output, { recursive: true });
const folder = mkdtempSync(join(output, 'unit-'));
process.exitCode = await bundleAndRun()
  .catch(notBundled)
  .finally(() => rmSync(folder, { recursive: true, force: true }));

async function bundleAndRun() {
  await build({
    ...forNode,
    entryPoints: files,
    outdir: folder,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    sourcemap: 'linked',
    external,
    banner: { js: banner },
  });
  const summary = join(folder, 'summary.tap');
  const { status } = spawnSync(
    process.execPath,
    [...reporters(summary), ...files.map((file) => join(folder, file.replace(/\.ts$/, '.mjs')))],
    {
      stdio: 'inherit',
      env: { ...process.env, SERVICE_PATTERNS_TEST_RULES: rules.join(',') },
    },
  );
  return status === 0 && everythingRan(readFileSync(summary, 'utf8')) ? 0 : 1;
}

/** esbuild has said already what is wrong with the sources. @param {unknown} error */
function notBundled(error) {
  if (!(error instanceof Error && 'errors' in error)) throw error;
  console.error('The tests could not be bundled.');
  return 1;
}

/** @param {string} summary */
function reporters(summary) {
  return [
    '--enable-source-maps',
    '--test',
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${summary}`],
  ];
}

/** @param {string} tap the closing lines of which count tests by their outcome */
function everythingRan(tap) {
  const count = (/** @type {string} */ name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1]);
  if (count('tests') > 0 && count('skipped') === 0 && count('todo') === 0) return true;
  console.error('A test was skipped or left to do, or none was found: that counts as a failure here.');
  return false;
}

/** @param {string} file */
function isWanted(file) {
  if (filters.length === 0) return true;
  if (rules.length > 0 && file === rulesTest) return true;
  return filters.some((filter) => !rules.includes(filter) && file.includes(filter));
}

function testFiles() {
  return readdirSync('test', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('test/e2e/'))
    .sort();
}

function ruleIds() {
  return folders('server/src/rules').flatMap((category) => folders(join('server/src/rules', category)));
}

/** @param {string} path */
function folders(path) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

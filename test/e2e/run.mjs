#!/usr/bin/env node
// @ts-check
/**
 * The end-to-end tests: one mocha suite, bundled twice, run in a real VS Code once in the Node extension host and once
 * in the web extension host.
 *
 * The figures are mocha's own, read from what it prints. A host that started no test, or broke off in the middle, has
 * no such line and counts as one failure, whatever its exit code.
 *
 *   node test/e2e/run.mjs [--host node|web] [--extension FOLDER]
 */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {'node' | 'web'} HostKind */
/** @typedef {{ passed: number, failed: number }} Figures */

const here = fileURLToPath(new URL('.', import.meta.url));
const downloadServer = 'https://update.code.visualstudio.com/api/releases/stable';

const { values } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: ['node', 'web'] },
    extension: { type: 'string', default: path.resolve(here, '..', '..') },
  },
});
const extension = path.resolve(values.extension);
const executable = await chooseVSCode();
console.log(executable === undefined ? 'Using a desktop VS Code, downloaded.' : `Using ${executable}`);

/** @type {Figures} */
const total = { passed: 0, failed: 0 };
for (const kind of values.host) {
  if (kind !== 'node' && kind !== 'web') throw new Error(`There is no extension host "${kind}".`);
  const { passed, failed } = await runIn(kind);
  total.passed += passed;
  total.failed += failed;
}
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/**
 * A VS Code named by the caller, or a downloaded one where there is a network and a screen for it, or else our own
 * stand-in for its executable.
 * @returns {Promise<string | undefined>}
 */
async function chooseVSCode() {
  if (process.env['VSCODE_EXECUTABLE']) return process.env['VSCODE_EXECUTABLE'];
  const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  if (hasScreen && (await canDownload())) return undefined;
  return path.join(here, 'host', 'launcher.mjs');
}

async function canDownload() {
  try {
    return (await fetch(downloadServer, { method: 'HEAD', signal: globalThis.AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {HostKind} kind
 * @returns {Promise<Figures>}
 */
async function runIn(kind) {
  console.log(`\nEnd-to-end tests in the ${kind === 'web' ? 'web' : 'Node'} extension host`);
  // The suite lies in the extension's folder: the web host loads nothing from elsewhere.
  const suite = path.join(extension, 'out', 'e2e', kind, 'index.js');
  await bundle(kind, suite);
  // Tests may write into their workspace, and no run should find the settings of another one.
  const scratch = await mkdtemp(path.join(tmpdir(), 'e2e-'));
  try {
    const workspace = path.join(scratch, 'orders');
    await cp(path.join(here, 'workspace'), workspace, { recursive: true });
    const { code, output } = await runSuite(kind, { suite, workspace, profile: scratch });
    return figuresOf(output, code);
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * @param {HostKind} kind
 * @param {string} outfile
 */
async function bundle(kind, outfile) {
  const web = kind === 'web';
  await build({
    entryPoints: [path.join(here, 'suite', `index.${kind}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    platform: web ? 'browser' : 'node',
    external: ['vscode'],
    // Mocha has files for worker processes, which it looks up and never uses here.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
}

/**
 * @param {HostKind} kind
 * @param {{ suite: string, workspace: string, profile: string }} paths
 * @returns {Promise<{ code: number, output: string }>}
 */
function runSuite(kind, { suite, workspace, profile }) {
  const child = spawn(
    process.execPath,
    [
      ...[path.join(here, 'run-in-host.mjs'), '--extension', extension, '--suite', suite],
      ...['--workspace', workspace, '--profile', profile],
      ...(executable === undefined ? [] : ['--executable', executable]),
      ...(kind === 'web' ? ['--web'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * @param {string} output
 * @param {number} code
 * @returns {Figures}
 */
function figuresOf(output, code) {
  const figure = (/** @type {string} */ word) => {
    const [, digits] = new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output) ?? [];
    return digits === undefined ? undefined : Number(digits);
  };
  const passed = figure('passing') ?? 0;
  const failed = figure('failing') ?? 0;
  const ran = passed > 0 || failed > 0;
  if (!ran) console.error('No test was run.');
  else if (code !== 0 && failed === 0) console.error('The tests passed, but VS Code did not end as it should.');
  return { passed, failed: failed === 0 && (!ran || code !== 0) ? 1 : failed };
}

#!/usr/bin/env node
// @ts-check
/**
 * Installs a real VS Code from the npm registry: code-server, which is VS Code's own workbench and extension host
 * behind a small web server, and the newer Node that it wants.
 *
 * code-server's own installation script is not run: it builds ten native modules, takes minutes and needs headers of
 * libraries that few machines have. Two of those modules are worth having, and even they are left out where there is
 * no compiler: everything works without them, only the logs are less tidy.
 *
 * An installation is made in a folder of another name and moved into place as its last step. So the folder's being
 * there means that it is complete, and two installations at the same time do not disturb each other.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandFailed, run, starts } from './commands.mjs';
import { cacheFolder, hostFolder, hostIn, ownLockFiles, recipe, vscodeLockFile } from './location.mjs';

/** @typedef {import('./location.mjs').Host} Host */

const unfinishedPrefix = 'unfinished-';
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** With spdlog VS Code keeps its logs, with native-watchdog an extension host ends together with its server. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];
const buildTools = ['g++', 'make', 'python3'];

/**
 * @param {(message: string) => void} [say]
 * @returns {Promise<Host>}
 */
export async function installHost(say = console.log) {
  const folder = hostFolder();
  if (!existsSync(folder)) await installInto(folder, say);
  const host = hostIn(folder);
  assertNodeIsNewEnough(host);
  await buildNativeModules(host, say);
  return host;
}

/**
 * @param {string} folder
 * @param {(message: string) => void} say
 */
async function installInto(folder, say) {
  if (process.platform === 'win32') {
    throw new Error('VS Code cannot be installed from npm on Windows. Install VS Code itself, with `code` on the PATH.');
  }
  say(`Installing VS Code (code-server) into ${folder}: about 800 MB, once …`);
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandoned();
  const unfinished = mkdtempSync(path.join(cacheFolder(), unfinishedPrefix));
  try {
    for (const name of ownLockFiles) copyFileSync(path.join(recipe, name), path.join(unfinished, name));
    await npm(['ci', ...quietly], unfinished);
    const { vscode } = hostIn(unfinished);
    // The lock file that comes with it is incomplete, so `npm ci` would refuse it.
    copyFileSync(path.join(recipe, vscodeLockFile), path.join(vscode, 'npm-shrinkwrap.json'));
    await npm(['ci', '--omit=dev', ...quietly], vscode);
    await npm(['ci', '--omit=dev', ...quietly], path.join(vscode, 'extensions'));
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** An installation that was killed leaves its folder behind. One that is an hour old is nobody's any more. */
function removeAbandoned() {
  for (const name of readdirSync(cacheFolder())) {
    const folder = path.join(cacheFolder(), name);
    const age = Date.now() - statSync(folder).mtimeMs;
    if (name.startsWith(unfinishedPrefix) && age > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Host} host */
function assertNodeIsNewEnough(host) {
  if (host.nodeHome !== undefined) return;
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  throw new Error(
    `code-server needs Node 24 on this kind of machine (this is Node ${process.versions.node}). ` +
      'Run again with Node 24, or install VS Code itself, with `code` on the PATH.',
  );
}

/**
 * @param {Host} host
 * @param {(message: string) => void} say
 */
async function buildNativeModules(host, say) {
  const built = nativeModules.every((name) => existsSync(path.join(host.vscode, 'node_modules', name, 'build', 'Release')));
  const failure = path.join(host.folder, 'native-build-failed.log');
  if (built || existsSync(failure)) return;
  const missing = buildTools.filter((name) => !starts(name));
  if (missing.length > 0) {
    say(`Going on without VS Code's two native modules, since there is no ${missing.join(', no ')}. Logs will be noisier.`);
    return;
  }
  say(`Building ${nativeModules.join(' and ')} (about a minute, once) …`);
  try {
    await npm(['rebuild', '--ignore-scripts=false', '--foreground-scripts', ...nativeModules], host.vscode, nodeOf(host));
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    await writeFile(failure, error.message);
    say(`They could not be built; going on without them. The reason is in ${failure}; remove that file to try again.`);
  }
}

/**
 * A native module has to be built with the Node, and against the headers of the Node, that will load it.
 * @param {Host} host
 * @returns {NodeJS.ProcessEnv}
 */
function nodeOf({ nodeHome }) {
  if (nodeHome === undefined) return process.env;
  const search = [path.join(nodeHome, 'bin'), process.env['PATH']].join(path.delimiter);
  return { ...process.env, PATH: search, npm_config_nodedir: nodeHome };
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env]
 */
async function npm(args, cwd, env) {
  await run('npm', args, { cwd, env, quiet: true });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const host = await installHost();
    console.log(`VS Code is installed in ${host.folder}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

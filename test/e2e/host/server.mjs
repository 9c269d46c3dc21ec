// @ts-check
/**
 * Starts code-server for one session: on a free loopback port, with user data of its own, off the network, and in a
 * process group of its own, because VS Code's extension host and file watcher can outlive the server that began them.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './commands.mjs';

/** @typedef {import('./location.mjs').Host} Host */
/** @typedef {Record<string, unknown>} Settings */

/**
 * @typedef {object} ServerOptions
 * @property {string | undefined} [userDataDir]
 * @property {string | undefined} [extensionsDir]
 * @property {Settings} [settings] Added to the user's settings, over what is there.
 * @property {boolean} [forTests] Lets the page name an extension under development and its test suite.
 * @property {NodeJS.ProcessEnv | undefined} [env]
 */

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} port
 * @property {() => string} log What it has written so far.
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop
 */

const startLimit = 60_000;
const stopLimit = 5_000;

/** No marketplace: nothing is looked up, by the server or by the page. */
const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/**
 * Settings that keep the workbench quiet and off the network.
 * `extensions.autoUpdate` must not be `false`: VS Code would rewrite that old value, and the file, at every start.
 */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {Host} host
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(host, options = {}) {
  // A Unix socket is made below this folder, and their paths may not be long.
  const own = await mkdtemp(path.join(tmpdir(), 'code-'));
  const userDataDir = options.userDataDir ?? path.join(own, 'user');
  const extensionsDir = options.extensionsDir ?? path.join(own, 'extensions');
  await mkdir(extensionsDir, { recursive: true });
  await writeSettings(userDataDir, options.settings ?? {});

  const child = spawn(
    host.node,
    [
      ...[host.entry, '--bind-addr', '127.0.0.1:0', '--auth', 'none', '--config', path.join(own, 'config.yaml')],
      ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-proxy'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      // Without this driver a built workbench ignores the extension and the suite named in its address, and says
      // nothing. With it there are no notification toasts, so it is left off otherwise.
      ...(options.forTests === true ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, ...homeOf(own), ...noGallery, ...options.env },
    },
  );

  let output = '';
  const ended = new Promise((resolve) => child.once('close', () => resolve(undefined)));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));

  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM');
    const impatience = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), stopLimit);
    await ended;
    clearTimeout(impatience);
    signalGroup(child.pid, 'SIGKILL');
    await rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const port = await portOf(child, () => output);
    return { url: `http://127.0.0.1:${String(port)}/`, port, log: () => output, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a packaged extension into an extensions folder, as a user would from its file.
 * @param {Host} host
 * @param {{ vsix: string, extensionsDir: string, userDataDir: string }} where
 */
export async function installExtension(host, { vsix, extensionsDir, userDataDir }) {
  const own = await mkdtemp(path.join(tmpdir(), 'code-'));
  const options = ['--config', path.join(own, 'config.yaml'), '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  const env = { ...process.env, ...homeOf(own), ...noGallery };
  await run(host.node, [host.entry, ...options, '--install-extension', vsix], { env, quiet: true });
  await rm(own, { recursive: true, force: true });
}

/**
 * The workbench's address for a folder. The payload says what command-line flags say to a desktop VS Code.
 * @param {Server} server
 * @param {{ folder?: string | undefined, payload?: readonly (readonly [string, string])[] }} options
 */
export function workbenchUrl(server, { folder, payload = [] }) {
  const url = new URL(server.url);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * A file as the page has to name it.
 * @param {Server} server
 * @param {string} file
 */
export function remoteUri(server, file) {
  return `vscode-remote://127.0.0.1:${String(server.port)}${encodeURI(path.resolve(file))}`;
}

/**
 * What a test wrote beforehand wins over the quiet settings, and what this session asks for wins over both.
 * @param {string} userDataDir
 * @param {Settings} wanted
 */
async function writeSettings(userDataDir, wanted) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  const present = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
  await writeFile(file, JSON.stringify({ ...quietSettings, ...present, ...wanted }, undefined, 2));
}

/**
 * code-server writes into the home folder. It gets one that ends with the session.
 * @param {string} folder
 */
function homeOf(folder) {
  return { HOME: path.join(folder, 'home'), XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', XDG_RUNTIME_DIR: '' };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} output
 * @returns {Promise<number>}
 */
function portOf(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ what) => reject(new Error(`code-server ${what}.\n${output()}`));
    const limit = setTimeout(() => fail(`did not start within ${String(startLimit / 1000)} s`), startLimit);
    child.once('error', (error) => fail(`cannot be started (${error.message})`));
    child.once('close', (code) => {
      clearTimeout(limit);
      fail(`ended with code ${String(code)}`);
    });
    child.stdout?.on('data', () => {
      const [, port] = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(output()) ?? [];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(Number(port));
    });
  });
}

/**
 * @param {number | undefined} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // The whole group has ended by itself.
  }
}

#!/usr/bin/env node
// @ts-check
/**
 * Stands where the VS Code executable stands: takes the arguments with which @vscode/test-electron starts a desktop
 * VS Code, runs the same suite in code-server and a headless Chromium, and ends with the suite's own exit code.
 *
 * A run that did not really take place must not end with 0. The page reports 0 even when the extension host crashed,
 * so the way in which that process ended is asked of the server's log as well. Whoever starts this has to look for
 * the suite's own figures in the output.
 *
 * VSCODE_HOST_DEBUG=1 shows everything that the workbench and the server write.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { remoteUri, startServer, workbenchUrl } from './server.mjs';

/** @typedef {import('./server.mjs').Server} Server */
/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {{ code: number, reason?: string }} Verdict */

/** Exit codes of our own, beside the suite's: the first is what `timeout` uses, the others are BSD's sysexits. */
const exitCode = { timeout: 124, crashed: 70, unavailable: 69 };

const debug = process.env['VSCODE_HOST_DEBUG'] === '1';
const limit = Number(process.env['VSCODE_HOST_TIMEOUT'] ?? 600) * 1000;

/** The workbench's own lines, which come by the same way as what the suite prints. */
const workbenchLine =
  /^(Canceled: Canceled|Resolv(ing|ed) connection token|Creating a socket|\[(reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker|ChatModel|ChatEntitlement|driver)|(Ignoring fetching|Updating) additional builtin extensions|Timed out waiting for authentication provider|Creation of workbench contribution|Auto updating outdated extensions|Local extension host)/;

const { code, reason } = await launch(process.argv.slice(2));
if (reason !== undefined) console.error(reason);
process.exit(code);

/**
 * @param {readonly string[]} argv
 * @returns {Promise<Verdict>}
 */
async function launch(argv) {
  const wanted = parseArguments(argv);
  /** @type {(() => Promise<void>)[]} */
  const cleanUp = [];
  try {
    const host = await installHost((message) => console.error(message));
    const server = await startServer(host, {
      userDataDir: wanted.userDataDir,
      extensionsDir: wanted.extensionsDir,
      settings: extensionKinds(wanted),
      forTests: true,
    });
    cleanUp.push(server.stop);
    const { browser, page } = await openBrowser();
    cleanUp.unshift(() => browser.close());
    const { reported } = await listenTo(page);
    const lost = new Promise((resolve) => {
      const unavailable = (/** @type {string} */ why) => resolve({ code: exitCode.unavailable, reason: why });
      void server.ended.then(() => unavailable(`code-server ended early.\n${server.log()}`));
      browser.on('disconnected', () => unavailable('The browser ended early.'));
      page.on('crash', () => unavailable('The page crashed.'));
    });
    await open(page, server, wanted);
    const verdict = reported.then((code) => judge(code, server));
    return await Promise.race([verdict, lost, interrupted(), timedOut()]);
  } catch (error) {
    return { code: exitCode.crashed, reason: String(error instanceof Error ? error.stack : error) };
  } finally {
    for (const step of cleanUp) await step().catch(() => undefined);
    if (debug) console.error('The host has been stopped.');
  }
}

/**
 * Of a desktop's command line, what means something here.
 * @typedef {object} Wanted
 * @property {string | undefined} folder
 * @property {readonly string[]} extensions
 * @property {string | undefined} suite
 * @property {string | undefined} extensionKind
 * @property {string | undefined} userDataDir
 * @property {string | undefined} extensionsDir
 * @property {boolean} disableExtensions
 */

/**
 * @param {readonly string[]} argv
 * @returns {Wanted}
 */
function parseArguments(argv) {
  const flags = argv.filter((argument) => argument.startsWith('--'));
  const values = (/** @type {string} */ name) =>
    flags.filter((flag) => flag.startsWith(`--${name}=`)).map((flag) => flag.slice(name.length + 3));
  const file = (/** @type {string | undefined} */ value) =>
    value?.startsWith('file:') === true ? fileURLToPath(value) : value && path.resolve(value);
  return {
    folder: file(values('folder-uri').at(-1) ?? argv.find((argument) => !argument.startsWith('--'))),
    extensions: values('extensionDevelopmentPath').map((value) => file(value) ?? ''),
    suite: file(values('extensionTestsPath').at(-1)),
    extensionKind: values('extensionDevelopmentKind').at(-1),
    userDataDir: values('user-data-dir').at(-1),
    extensionsDir: values('extensions-dir').at(-1),
    disableExtensions: flags.includes('--disable-extensions'),
  };
}

/**
 * An extension with both entries runs in the Node host. Only this setting moves it into the web worker.
 * @param {Wanted} wanted
 */
function extensionKinds({ extensions, extensionKind }) {
  if (extensionKind === undefined) return {};
  const ids = extensions.map((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${manifest.publisher}.${manifest.name}`;
  });
  return { 'remote.extensionKind': Object.fromEntries(ids.map((id) => [id, [extensionKind]])) };
}

/**
 * Passes on what the suite prints from now on, and gives the exit code that the page will report.
 * The promise is wrapped, so that waiting for the listener is not waiting for the code.
 * @param {Page} page
 */
async function listenTo(page) {
  if (debug) page.on('console', (message) => console.error(`page: ${message.text()}`));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ level, /** @type {unknown[]} */ parts) => {
    if (level === 'trace' || level === 'debug' || (!debug && workbenchLine.test(String(parts[0])))) return;
    console[level === 'error' || level === 'warn' ? 'error' : 'log'](format(...parts));
  });
  /** @type {(code: number) => void} */
  let report = () => undefined;
  /** @type {Promise<number>} */
  const reported = new Promise((resolve) => (report = resolve));
  await page.exposeFunction('codeAutomationExit', report);
  return { reported };
}

/**
 * @param {number} code
 * @param {Server} server
 * @returns {Promise<Verdict>}
 */
async function judge(code, server) {
  if (code !== 0) return { code };
  const ending = await extensionHostEnding(server);
  if (ending === undefined || ending.includes(' code: 0, signal: null')) return { code };
  return { code: exitCode.crashed, reason: ending };
}

/**
 * The server's line on how the extension host ended, which may come a moment after the page's report.
 * @param {Server} server
 */
async function extensionHostEnding(server) {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const [line] = /Extension Host Process exited with.*/.exec(server.log()) ?? [];
    if (line !== undefined) return line;
    await delay(100);
  }
  return undefined;
}

/**
 * @param {Page} page
 * @param {Server} server
 * @param {Wanted} wanted
 */
async function open(page, server, { folder, extensions, suite, disableExtensions }) {
  /** @type {[string, string][]} */
  const payload = extensions.map((extension) => ['extensionDevelopmentPath', remoteUri(server, extension)]);
  if (suite !== undefined) payload.push(['extensionTestsPath', remoteUri(server, suite)]);
  if (disableExtensions) payload.push(['disableExtensions', 'true']);
  payload.push(['enableProposedApi', ''], ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']);
  const response = await page.goto(workbenchUrl(server, { folder, payload }), { waitUntil: 'commit' });
  if (response?.ok() !== true) throw new Error(`code-server answered ${String(response?.status())}.\n${server.log()}`);
}

/** @returns {Promise<Verdict>} */
function interrupted() {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve({ code: 130 }));
    process.once('SIGTERM', () => resolve({ code: 143 }));
  });
}

/** @returns {Promise<Verdict>} */
async function timedOut() {
  await delay(limit, undefined, { ref: false });
  return { code: exitCode.timeout, reason: `The suite gave no result within ${String(limit / 1000)} s.` };
}

// @ts-check
/**
 * `npm start`: from a fresh clone to a VS Code with the extension in it.
 *
 * It runs before anything is installed, so it stands on Node alone, and it needs no compiler.
 *
 *   npm start                  installs, builds, shows what is found in the sample service, opens VS Code on it
 *   npm start -- --no-open     stops after the findings
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, onPath, run } from '../test/e2e/host/commands.mjs';
import { installHost } from '../test/e2e/host/install.mjs';
import { installExtension, remoteUri, startServer, workbenchUrl } from '../test/e2e/host/server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = path.join('test', 'fixtures', 'sample-service');
const firstFile = path.join('app', 'main.py');
const packaged = path.join(root, 'dist', 'python-service-patterns.vsix');

const options = process.argv.slice(2);
const unknown = options.filter((option) => option !== '--no-open');

if (unknown.length > 0) {
  console.error(`npm start does not know ${unknown.join(' ')}. It takes one option: npm start -- --no-open`);
  process.exit(2);
}
try {
  await start(!options.includes('--no-open'));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/** @param {boolean} opens */
async function start(opens) {
  await installPackages(root, say).catch(
    withAdvice('npm has to reach a package registry. Check the connection, then run npm start again.'),
  );
  say('Building …');
  await npm('run', 'build').catch(withAdvice('If you changed the source, that is where to look; otherwise run npm ci and try again.'));
  showFindings();
  if (!opens) return;
  const folder = copyOfSample();
  if (!(await openDesktop(folder))) await serveUntilStopped(folder);
}

/** The command line ends with 1 where it finds something, and in the sample it does. */
function showFindings() {
  say(`Checking ${sample} …\n`);
  const { status } = spawnSync(process.execPath, [path.join('dist', 'cli.js'), 'check', sample], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && status !== 1) throw new Error(`The check did not work: it ended with code ${String(status)}.`);
}

/** Fixes may be tried on a copy without changing the repository. */
function copyOfSample() {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'service-patterns-')), 'sample-service');
  cpSync(path.join(root, sample), folder, { recursive: true });
  return folder;
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>} whether a desktop VS Code was opened
 */
async function openDesktop(folder) {
  // In a terminal of VS Code's remote server `code` is another program, which knows nothing of extensions under development.
  if (onPath('code') === undefined || process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return false;
  say('\nOpening VS Code with the extension on a copy of the sample service …');
  try {
    await run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder, path.join(folder, firstFile)], { quiet: true });
    return true;
  } catch (error) {
    say(`VS Code could not be opened (${error instanceof Error ? error.message : String(error)}). Using code-server instead.`);
    return false;
  }
}

/** @param {string} folder */
async function serveUntilStopped(folder) {
  say('\nThere is no desktop VS Code (no `code` on the PATH), so VS Code will run in your browser.');
  const host = await installHost(say).catch(withAdvice('Or install VS Code itself, with `code` on the PATH, and run npm start again.'));
  say('Packaging the extension …');
  await npm('run', 'package');
  const scratch = path.dirname(folder);
  const profile = { userDataDir: path.join(scratch, 'user'), extensionsDir: path.join(scratch, 'extensions') };
  await installExtension(host, { vsix: packaged, ...profile });
  const server = await startServer(host, profile);
  const opened = existsSync(path.join(folder, firstFile)) ? [remoteUri(server, path.join(folder, firstFile))] : [];
  const url = workbenchUrl(server, { folder, payload: opened.map((file) => ['openFile', file]) });
  say(
    `\nVS Code runs with the extension on a copy of the sample service. Open this in a browser on this machine:\n\n  ${url}\n\nCtrl-C ends it.`,
  );
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('stopped'));
  });
  const how = await Promise.race([stopped, server.ended]);
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
  if (how !== 'stopped') throw new Error(`code-server ended by itself.\n${server.log()}`);
  say('\nStopped.');
}

/** @param {readonly string[]} args */
function npm(...args) {
  return run('npm', args, { cwd: root, quiet: true });
}

/**
 * @param {string} advice what the reader can do about a failure
 * @returns {(error: unknown) => never}
 */
function withAdvice(advice) {
  return (error) => {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${advice}`);
  };
}

/** @param {string} message */
function say(message) {
  console.log(message);
}

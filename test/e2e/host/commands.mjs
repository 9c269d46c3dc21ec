// @ts-check
/**
 * Other programs, run the one way that everything here needs: with their output shown or kept, no input, and an error
 * that carries the last lines of what was said. Uses nothing that has to be installed first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} RunOptions
 * @property {string | undefined} [cwd]
 * @property {NodeJS.ProcessEnv | undefined} [env]
 * @property {boolean} [quiet] Keep the output to ourselves unless the command fails.
 */

/** A command that ended with something other than 0. The message is fit to be shown to a person. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {number} code
   * @param {string} output
   */
  constructor(command, code, output) {
    super(`\`${command}\` ended with code ${String(code)}.\n${shortened(output)}`.trimEnd());
    this.code = code;
  }
}

/**
 * Some programs say first what went wrong, others last.
 * @param {string} output
 */
function shortened(output) {
  const lines = output.trimEnd().split('\n');
  return lines.length <= 30 ? lines.join('\n') : [...lines.slice(0, 15), '…', ...lines.slice(-15)].join('\n');
}

/**
 * Runs a command to its end and gives what it wrote to its standard output (only if it was quiet).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function run(command, args, { cwd, env, quiet = false } = {}) {
  const shown = [command, ...args].join(' ');
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    // npm and code are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  });
  let output = '';
  let all = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
    all += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => (all += text));
  const code = await new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new CommandFailed(shown, 127, error.message)));
    child.on('close', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  if (code !== 0) throw new CommandFailed(shown, code, all);
  return output;
}

/**
 * The full path of a program on the PATH, if there is one.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/**
 * Whether a program not only exists but starts. A version manager leaves names on the PATH with nothing behind them.
 * @param {string} name
 */
export function starts(name) {
  return onPath(name) !== undefined && succeeds(name, ['--version']);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
export function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Whether the packages in a folder are those of its lock file.
 * npm writes node_modules/.package-lock.json as the last thing of an installation.
 * @param {string} folder
 */
export function packagesAreCurrent(folder) {
  const lock = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/**
 * Installs what the lock file of a folder names, unless it is there.
 * @param {string} folder
 * @param {(message: string) => void} say
 */
export async function installPackages(folder, say) {
  if (packagesAreCurrent(folder)) return;
  say('Installing npm packages (npm ci) …');
  // Development packages are asked for by name: NODE_ENV=production would leave them out.
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: folder, quiet: true });
}

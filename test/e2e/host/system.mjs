// @ts-check
/**
 * What the tests need from the operating system, and how it gets there: by the package manager where that is allowed
 * without asking anybody, otherwise by saying exactly what to install.
 */
import { readdirSync } from 'node:fs';
import { chromiumPath } from './chromium.mjs';
import { onPath, run, starts, succeeds } from './commands.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {string} name As Debian and Ubuntu call it.
 * @property {string} purpose
 * @property {boolean} required Without it there is no result; without the others there is a poorer one.
 * @property {() => boolean} isThere
 */

/**
 * @param {{ forVSCode: boolean }} options
 * @returns {readonly SystemPackage[]}
 */
export function systemPackages({ forVSCode }) {
  const python = { name: 'python3', purpose: 'to compile the examples', required: true, isThere: () => starts('python3') };
  if (!forVSCode || process.platform !== 'linux') return [python];
  // A desktop VS Code named by the caller brings its own window.
  const needsBrowser = !process.env['VSCODE_EXECUTABLE'];
  return [
    python,
    { name: 'chromium', purpose: 'to show VS Code', required: needsBrowser, isThere: () => !needsBrowser || chromiumPath() !== undefined },
    { name: 'fonts-dejavu-core', purpose: 'for readable screenshots', required: false, isThere: hasFonts },
    { name: 'g++', purpose: "for VS Code's native modules", required: false, isThere: () => starts('g++') },
    { name: 'make', purpose: "for VS Code's native modules", required: false, isThere: () => starts('make') },
  ];
}

/**
 * @param {readonly SystemPackage[]} wanted
 * @param {(message: string) => void} say
 */
export async function installSystemPackages(wanted, say) {
  const missing = wanted.filter((each) => !each.isThere());
  if (missing.length === 0) return;
  const prefix = privilege();
  if (prefix !== undefined && onPath('apt-get') !== undefined) {
    say(`Installing ${namesOf(missing)} (apt-get) …`);
    // What stays missing is told below, with what to do about it.
    await install(missing, prefix).catch((error) => say(error.message));
  }
  const left = wanted.filter((each) => !each.isThere());
  for (const { name, purpose, required } of left) if (!required) say(`Going on without ${name} (${purpose}).`);
  const needed = left.filter((each) => each.required);
  if (needed.length === 0) return;
  const reasons = needed.map(({ name, purpose }) => `${name} is missing (${purpose}).`).join('\n');
  throw new Error(`${reasons}\nInstall it, on Debian or Ubuntu with:\n\n  sudo apt-get install ${namesOf(left)}\n\nthen run this again.`);
}

/**
 * @param {readonly SystemPackage[]} missing
 * @param {readonly string[]} prefix
 */
async function install(missing, prefix) {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  const [command = 'env', ...args] = apt;
  await run(command, [...args, 'update'], { quiet: true });
  await run(command, [...args, 'install', '-y', '--no-install-recommends', ...missing.map((each) => each.name)], { quiet: true });
}

/**
 * What goes before a command that changes the system, or nothing where that is not allowed without a password.
 * @returns {readonly string[] | undefined}
 */
function privilege() {
  if (process.getuid?.() === 0) return [];
  const works = onPath('sudo') !== undefined && succeeds('sudo', ['-n', 'true']);
  return works ? ['sudo', '-n'] : undefined;
}

function hasFonts() {
  try {
    return readdirSync('/usr/share/fonts', { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/.test(String(name)));
  } catch {
    return false;
  }
}

/** @param {readonly SystemPackage[]} packages */
function namesOf(packages) {
  return packages.map((each) => each.name).join(' ');
}

// @ts-check
/**
 * Installs the tools that the benchmark is measured beside, at the versions of the lock file, into the user's cache folder.
 * The folder is moved into place as the last step, so its being there means that it is complete.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../e2e/host/commands.mjs';
import { cacheFolder } from '../../e2e/host/location.mjs';

const recipe = fileURLToPath(new URL('.', import.meta.url));
const names = ['package.json', 'package-lock.json', '.npmrc'];

/** @returns {Promise<string>} the folder with the packages */
export async function installPeers() {
  const hash = createHash('sha256');
  for (const name of names) hash.update(readFileSync(join(recipe, name)));
  const folder = join(cacheFolder(), `bench-peers-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) await installInto(folder);
  return join(folder, 'node_modules');
}

/** @param {string} folder */
async function installInto(folder) {
  console.error(`Installing pyright and ruff's WebAssembly into ${folder}: about 40 MB, once …`);
  mkdirSync(cacheFolder(), { recursive: true });
  const unfinished = mkdtempSync(join(cacheFolder(), 'unfinished-'));
  try {
    for (const name of names) copyFileSync(join(recipe, name), join(unfinished, name));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: unfinished, quiet: true });
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

// @ts-check
/** Type-checks every project: all code, and again each part with only the globals that it may touch. */
import { spawnSync } from 'node:child_process';

const projects = [
  'tsconfig.json',
  'server/tsconfig.pure.json',
  'server/tsconfig.browser.json',
  'client/tsconfig.browser.json',
  'scripts/tsconfig.json',
];
let failed = false;
for (const project of projects) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', project], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

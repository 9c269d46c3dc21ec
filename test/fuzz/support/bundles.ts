/** The bundles as the build makes them, in a folder of their own, so that no test depends on when somebody built last. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Bundles {
  /** The language server for Node. */
  readonly nodeServer: string;
  /** The language server for a web worker. */
  readonly webServer: string;
  readonly cli: string;
  /** The two WebAssembly files. */
  readonly runtime: string;
  readonly python: string;
  readonly dispose: () => void;
}

/** In a process of its own, because the build's configuration is a script. */
const bundling = `
  import { build } from 'esbuild';
  import { copyFile, mkdir } from 'node:fs/promises';
  import { forBrowser, forNode, wasmFiles } from './scripts/bundling.mjs';
  const dist = process.argv[1];
  await mkdir(dist, { recursive: true });
  for (const [name, path] of Object.entries(wasmFiles)) await copyFile(path, dist + '/' + name);
  await Promise.all([
    build({ ...forNode, entryPoints: ['server/src/hosts/cli.ts'], format: 'cjs', outfile: dist + '/cli.js', minify: true }),
    build({ ...forNode, entryPoints: ['server/src/hosts/node.ts'], format: 'cjs', outfile: dist + '/node/server.js', minify: true }),
    build({ ...forBrowser, entryPoints: ['server/src/hosts/browser.ts'], format: 'iife', outfile: dist + '/web/server.js', minify: true }),
  ]);
`;

export function bundles(): Bundles {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', bundling, folder], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return {
    nodeServer: join(folder, 'node', 'server.js'),
    webServer: join(folder, 'web', 'server.js'),
    cli: join(folder, 'cli.js'),
    runtime: join(folder, 'web-tree-sitter.wasm'),
    python: join(folder, 'tree-sitter-python.wasm'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

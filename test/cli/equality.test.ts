/** The command line, the server on the desktop and the server in the browser find the same, in any order and anywhere. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { severities } from '../../server/src/settings/levels';
import { isProjectFile } from '../../server/src/settings/parse';
import { startNodeServer, startWebServer } from '../fuzz/support/bundledServers';
import type { BundledServer } from '../fuzz/support/bundledServers';
import { bundles } from '../fuzz/support/bundles';
import { samples, serviceFiles } from '../fuzz/support/samples';

const made = bundles();
const root = realpathSync(mkdtempSync(join(tmpdir(), 'equality-')));
const address = pathToFileURL(root).href;

/** Every file of the project by its path, with project files of its own for each example. */
const files = new Map<string, string>([
  ...serviceFiles.map(({ file, code }) => [`service/${file}`, code] as const),
  ...samples.flatMap(({ file, code, python }, index) => {
    const folder = `example${String(index)}`;
    const required = python === undefined ? '' : `[project]\nname = "example"\nrequires-python = ">=${python}"\n`;
    const settings = [`${folder}/pyproject.toml`, `${required}[tool.service-patterns]\nprofile = "all"\n`] as const;
    // Every other file has line endings of another kind, and a character that takes two units.
    const text = index % 2 === 0 ? code : code.replaceAll('\n', index % 3 === 0 ? '\r' : '\r\n').concat('# 😀');
    return [...(isProjectFile(file) ? [] : [settings]), [`${folder}/${file}`, isProjectFile(file) ? code : text] as const];
  }),
]);
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const workspace = { uri: address, read: (uri: string) => files.get(uri.slice(address.length + 1)) };
const [node, web] = await Promise.all([startNodeServer(made, workspace), startWebServer(made, workspace)]);
after(async () => {
  await Promise.all([node.stop(), web.stop()]);
  made.dispose();
  rmSync(root, { recursive: true, force: true });
});

/** A finding as all of them can tell it. */
interface Told {
  readonly file: string;
  readonly rule: string;
  readonly severity: number;
  readonly message: string;
  /** Start line and column, end line and column, from 1. */
  readonly range: readonly number[];
}

describe('the bundles', () => {
  const byNode = new Map<string, readonly Diagnostic[]>();

  it('find the same on the command line as in the editor', async () => {
    const paths = [...files.keys()];
    for (const path of shuffled(paths, 1)) byNode.set(path, await node.findings(`${address}/${path}`, files.get(path) ?? ''));
    const found = paths.flatMap((path) => (byNode.get(path) ?? []).map((diagnostic) => toldByServer(path, diagnostic)));
    assert.ok(found.length > 300);
    assert.deepEqual(sorted(found), sorted(told(printed(['.'], {}))));
  });

  it('find the same in the browser as on the desktop, whatever the order', async () => {
    for (const path of shuffled([...files.keys()], 2))
      assert.deepEqual(await web.findings(`${address}/${path}`, files.get(path) ?? ''), byNode.get(path), path);
  });

  it('offer the same, with the same edits', async () => {
    let count = 0;
    for (const path of shuffled([...files.keys()], 3)) {
      if ((byNode.get(path) ?? []).length === 0) continue;
      const [here, there] = await Promise.all([node, web].map((server: BundledServer) => server.actions(`${address}/${path}`)));
      assert.deepEqual(there, here, path);
      count += here?.filter(({ edit }) => edit).length ?? 0;
    }
    assert.ok(count > 50);
  });

  it('print the same to the byte wherever they run, and in whatever order files are named', () => {
    const folders = ['service/app', 'service/pyproject.toml', ...[...files.keys()].map((path) => dirname(path)).slice(20, 40)];
    const expected = printed(folders, {});
    assert.ok(expected.includes('blocking-sleep'));
    for (const zone of [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
    ])
      assert.equal(printed(folders, zone), expected);
    // Only the order of the files is that of the arguments.
    assert.deepEqual(sorted(told(printed([...folders].reverse(), {}))), sorted(told(expected)));
  });
});

function printed(paths: readonly string[], environment: Readonly<Record<string, string>>): string {
  const { stdout, stderr } = spawnSync(process.execPath, [made.cli, 'check', '--output-format', 'json', ...paths], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '', ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(stderr, '');
  return stdout;
}

interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

function told(report: string): readonly Told[] {
  const { findings } = JSON.parse(report) as {
    findings: {
      file: string;
      rule: string;
      severity: (typeof severities)[number];
      message: string;
      range: { start: JsonPlace; end: JsonPlace };
    }[];
  };
  return findings.map(({ file, rule, severity, message, range: { start, end } }) => ({
    file,
    rule,
    severity: severities.indexOf(severity) + 1,
    message,
    range: [start.line, start.column, end.line, end.column],
  }));
}

function toldByServer(file: string, { code, severity, message, range: { start, end } }: Diagnostic): Told {
  return {
    file,
    rule: String(code),
    severity: severity ?? 0,
    message: typeof message === 'string' ? message : message.value,
    range: [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
  };
}

/** By file; inside of a file as they were told, because that order is a promise too. */
function sorted(all: readonly Told[]): readonly Told[] {
  return [...all].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  return fc.sample(fc.shuffledSubarray([...values], { minLength: values.length }), { seed, numRuns: 1 })[0] ?? [];
}

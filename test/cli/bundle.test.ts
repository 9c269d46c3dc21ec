/** The command line as it is shipped: one file beside two others, run as a process. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startReaders } from '../../server/src/hosts/readers';
import { lazySummary } from '../../server/src/project/summaryStore';
import { fingerprint } from '../../server/src/syntax/hash';

const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
const dist = join(folder, 'dist');
const cli = join(dist, 'cli.js');
const sleepy = 'import time\n\n\nasync def poll():\n    time.sleep(1)\n';

/** Bundles as the build does, in a process of its own, because the build's configuration is a script. */
const bundling = `
  import { build } from 'esbuild';
  import { copyFile, mkdir } from 'node:fs/promises';
  import { forNode, wasmFiles } from './scripts/bundling.mjs';
  const dist = process.argv[1];
  await mkdir(dist, { recursive: true });
  for (const [name, path] of Object.entries(wasmFiles)) await copyFile(path, dist + '/' + name);
  await build({ ...forNode, entryPoints: ['server/src/hosts/cli.ts'], format: 'cjs', outfile: dist + '/cli.js', minify: true });
  await build({ ...forNode, entryPoints: ['server/src/hosts/node.ts'], format: 'cjs', outfile: dist + '/node/server.js', minify: true });
`;
const bundled = spawnSync(process.execPath, ['--input-type=module', '--eval', bundling, dist], { encoding: 'utf8' });
assert.equal(bundled.status, 0, bundled.stderr);
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  it('checks a file and answers in JSON', () => {
    const project = projectWith({ 'a.py': sleepy });
    const { status, stdout, stderr } = run(['check', '--output-format', 'json', 'a.py'], project);
    assert.equal(stderr, '');
    assert.equal(status, 1);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string }[] };
    assert.deepEqual(
      findings.map(({ rule, file }) => ({ rule, file })),
      [{ rule: 'blocking-sleep', file: 'a.py' }],
    );
  });

  it('walks folders without going round in circles', () => {
    const project = projectWith({ 'app/a.py': sleepy, 'app/.venv/b.py': sleepy });
    symlinkSync('..', join(project, 'app', 'up'));
    symlinkSync('nowhere.py', join(project, 'app', 'dead.py'));
    const { status, stdout } = run(['check'], project);
    assert.equal(status, 1);
    assert.match(stdout, /^app\/a\.py:5:5: .*\nFound 1 finding \(1 warning\) in 1 of 1 file\.\n$/);
  });

  it('writes fixes into files and keeps their permissions, byte order mark and line endings', () => {
    const project = projectWith({ 'a.py': '\ufeffimport time\r\nasync def poll():\r\n    time.sleep(1)\r\n' });
    chmodSync(join(project, 'a.py'), 0o751);
    assert.equal(run(['check', '--fix', '--unsafe-fixes'], project).status, 0);
    assert.equal(
      readFileSync(join(project, 'a.py'), 'utf8'),
      '\ufeffimport asyncio\r\nimport time\r\nasync def poll():\r\n    await asyncio.sleep(1)\r\n',
    );
    assert.equal(statSync(join(project, 'a.py')).mode & 0o777, 0o751);
  });

  it('prints a patch that fits the file', () => {
    const project = projectWith({ 'a.py': sleepy.replaceAll('\n', '\r\n') });
    const { stdout } = run(['check', '--diff', '--unsafe-fixes', '--quiet'], project);
    const patched = spawnSync('git', ['apply', '--check', '-p0', '-'], { cwd: project, input: stdout, encoding: 'utf8' });
    assert.equal(patched.status, 0, patched.stderr);
  });

  it('reads standard input', () => {
    const { status, stdout } = run(['check', '-'], projectWith({}), sleepy);
    assert.equal(status, 1);
    assert.match(stdout, /^-:5:5: warning blocking-sleep /);
  });

  it('says with exit code 3 that its parser is missing', () => {
    const lonely = mkdtempSync(join(folder, 'lonely-'));
    writeFileSync(join(lonely, 'cli.js'), readFileSync(cli));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(lonely, 'cli.js'), 'check', '.'], {
      cwd: lonely,
      encoding: 'utf8',
    });
    assert.equal(status, 3);
    assert.equal(stdout, '');
    assert.match(stderr, /web-tree-sitter\.wasm/);
  });

  it('does not mind a reader that goes away', async () => {
    const project = projectWith(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`a${index}.py`, sleepy.repeat(60)])));
    const child = spawn(process.execPath, [cli, 'check'], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += String(chunk);
    });
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual({ status, words }, { status: 1, words: '' });
  });

  it('ends with 130 when it is interrupted', async () => {
    // A process that is interrupted before it has begun is ended by the system; then it gets more time.
    const codes = [];
    for (let wait = 500; wait < 20_000 && codes.at(-1) !== 130; wait *= 2) codes.push(await interruptedAfter(wait));
    assert.equal(codes.at(-1), 130, `exit codes ${codes.join(', ')}`);
  });

  it('serves a language client over standard input and output', async () => {
    const child = spawn(process.execPath, [cli, 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    let answer = '';
    child.stdout.on('data', (chunk) => {
      answer += String(chunk);
      if (answer.includes('"id":1,'))
        for (const message of [{ id: 2, method: 'shutdown' }, { method: 'exit' }]) child.stdin.write(framed(message));
    });
    child.stdin.write(framed({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }));
    assert.equal(await ended, 0);
    assert.match(answer, /"serverInfo":\{"name":"service-patterns"/);
  });

  it('reads files for the server in threads of their own', async () => {
    const project = projectWith({ 'a.py': sleepy, 'b.py': 'from a import poll\n' });
    const readers = startReaders(join(dist, 'node', 'server.js'));
    const settings = { blockingExtra: [], blockingSafeWrappers: [], blockingIgnore: [] };
    const ask = (name: string, known: string | undefined) => readers.ask({ uri: pathToFileURL(join(project, name)).href, settings, known });
    const [one, other, none] = await Promise.all(['a.py', 'b.py', 'c.py'].map((name) => ask(name, undefined)));
    assert.equal(one?.fingerprint, fingerprint(sleepy));
    assert.deepEqual(Object.keys(lazySummary(one.summary ?? '').functions), ['poll']);
    assert.deepEqual(lazySummary(other?.summary ?? '').imports, ['a', 'a.poll']);
    assert.equal(none, undefined);
    assert.deepEqual(await ask('a.py', one.fingerprint), { fingerprint: one.fingerprint, summary: undefined });
    readers.stop();
    await assert.rejects(ask('a.py', undefined));
  });
});

/** The exit code of a check that waits for its input, is interrupted, and then goes on; null when the signal ended it. */
async function interruptedAfter(wait: number): Promise<number | null> {
  const child = spawn(process.execPath, [cli, 'check', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => setTimeout(resolve, wait));
  child.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.stdin.on('error', () => undefined).end(sleepy);
  return ended;
}

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(programArguments: readonly string[], cwd: string, input = ''): Result {
  return spawnSync(process.execPath, [cli, ...programArguments], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '' },
  });
}

function projectWith(files: Readonly<Record<string, string>>): string {
  const project = mkdtempSync(join(folder, 'project-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(project, path, '..'), { recursive: true });
    writeFileSync(join(project, path), content);
  }
  return project;
}

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

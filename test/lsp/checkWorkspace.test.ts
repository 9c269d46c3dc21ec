/** A check of all files of the workspace, open or not. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver';
import { methods, type WorkspaceResult } from '../../server/src/protocol';
import { fullCapabilities, plainCapabilities, rulesIn, starter, workspace } from './support/client';
import { Disk, startInWorkspace, type WorkspaceClient } from './support/workspace';

const main = `${workspace}/app/main.py`;
const service = `${workspace}/app/service.py`;
const sleepy = `${workspace}/app/sleepy.py`;
const mainText = 'from .service import load\n\n\nasync def handle() -> None:\n    load()\n';
const serviceText = 'import time\n\n\ndef load() -> None:\n    time.sleep(1)\n';
const sleepyText = 'import time\n\n\nasync def nap() -> None:\n    time.sleep(1)\n    time.sleep(2)\n';
const files = {
  [main]: mainText,
  [service]: serviceText,
  [sleepy]: sleepyText,
  [`${workspace}/large.py`]: 'x'.repeat(1024 * 1024 + 1),
};

const { start, stop } = starter(startInWorkspace);
after(stop);

function check({ connection }: WorkspaceClient): Promise<WorkspaceResult> {
  return connection.sendRequest(methods.checkWorkspace, { workDoneToken: 'check' });
}

/** The rules that the last message of each file told of. */
function shown({ published }: WorkspaceClient): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(published.map(({ uri, diagnostics }) => [uri, rulesIn(diagnostics)]));
}

describe('checking the workspace', () => {
  it('shows what is found in closed files, and counts', async () => {
    const client = await start(new Disk(files));
    assert.deepEqual(await check(client), { findings: 3, filesWithFindings: 2, files: 4, skipped: 1 });
    assert.deepEqual(shown(client), { [main]: ['blocking-call-via-helper'], [sleepy]: ['blocking-sleep', 'blocking-sleep'] });
  });

  it('shows what is found in project files', async () => {
    const project = `${workspace}/service/pyproject.toml`;
    const client = await start(new Disk({ ...files, [project]: '[tool.service-patterns]\nprofil = "all"\n' }));
    assert.deepEqual(await check(client), { findings: 4, filesWithFindings: 3, files: 5, skipped: 1 });
    assert.deepEqual(shown(client)[project], ['bad-configuration']);
  });

  it('counts what is open by its text, and shows it once', async () => {
    const client = await start(new Disk(files));
    await client.open(sleepy, sleepyText.replace('    time.sleep(2)\n', ''));
    assert.equal((await check(client)).findings, 2);
    await client.idle();
    assert.deepEqual(shown(client)[sleepy], ['blocking-sleep']);
  });

  it('checks what is open where settings want no check by themselves', async () => {
    const client = await start(new Disk(files), { settings: { run: 'manual' } });
    await client.open(sleepy, sleepyText);
    await client.idle();
    assert.deepEqual(shown(client)[sleepy] ?? [], []);
    await check(client);
    await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics.length === 2);
  });

  it('shows it until the findings of the open file are asked for', async () => {
    const client = await start(new Disk(files), { capabilities: fullCapabilities });
    await check(client);
    assert.equal(shown(client)[sleepy]?.length, 2);
    await client.open(sleepy, sleepyText);
    await client.idle();
    assert.equal(shown(client)[sleepy]?.length, 2);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: sleepy } });
    await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics.length === 0);
    assert.equal(shown(client)[main]?.length, 1);
  });

  it('shows it until the file or its folder is deleted, or it is found to be mended', async () => {
    const disk = new Disk(files);
    const client = await start(disk);
    await check(client);
    disk.write(sleepy, 'x = 1\n');
    await client.touch(sleepy);
    assert.equal((await check(client)).findings, 1);
    assert.deepEqual(shown(client)[sleepy], []);
    disk.delete(main);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${workspace}/app`, type: 3 }] });
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('reports how far it is', async () => {
    const client = await start(new Disk(files), { capabilities: { ...plainCapabilities, window: { workDoneProgress: true } } });
    await check(client);
    const notes = client.progress.filter(({ token }) => token === 'check').map(({ value }) => value);
    assert.deepEqual([notes.at(0)?.kind, notes.at(-2)?.message, notes.at(-1)?.kind], ['begin', '4/4', 'end']);
    const percentages = notes.flatMap(({ percentage }) => percentage ?? []);
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
  });

  it('ends when it is cancelled, and leaves what it has shown', async () => {
    const disk = new Disk(files);
    const client = await start(disk);
    await client.idle();
    const reading = disk.holdBack(sleepy);
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest(methods.checkWorkspace, { workDoneToken: 'check' }, source.token);
    await reading.reached;
    source.cancel();
    // What the server hears after the cancellation, it hears when it has heard of that.
    await client.connection.sendRequest(methods.processId);
    reading.open();
    await assert.rejects(request, /Cancelled by the client/);
    assert.equal(client.progress.at(-1)?.value.kind, 'end');
    assert.deepEqual(shown(client)[main], ['blocking-call-via-helper']);
    assert.equal(client.progress.filter(({ value }) => value.message === '4/4').length, 0);
  });

  it('ends when its results are cleared', async () => {
    const disk = new Disk(files);
    const client = await start(disk);
    await client.idle();
    const reading = disk.holdBack(service);
    const result = check(client);
    await reading.reached;
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 1);
    await client.connection.sendRequest(methods.clearResults);
    reading.open();
    assert.deepEqual(await result, { findings: 1, filesWithFindings: 1, files: 4, skipped: 0 });
    assert.deepEqual(shown(client), { [main]: [] });
  });

  it('shows nothing of the file that it was at when its results were cleared', async () => {
    const disk = new Disk(files);
    const client = await start(disk);
    await client.idle();
    const reading = disk.holdBack(sleepy);
    const result = check(client);
    await reading.reached;
    await client.connection.sendRequest(methods.clearResults);
    reading.open();
    await result;
    await client.idle();
    assert.deepEqual(shown(client)[sleepy] ?? [], []);
  });

  it('reads what was not read because somebody cancelled that', async () => {
    const disk = new Disk(files);
    const client = await start(disk, { capabilities: { ...plainCapabilities, window: { workDoneProgress: true } } });
    assert.equal((await check(client)).files, 4);
    assert.equal((await check(client)).files, 4);
    assert.equal(disk.read.filter((uri) => uri === service).length, 3);
  });

  it('is of all files though nothing that was read can be kept', async () => {
    const disk = new Disk(files);
    const readLines = async function* (): AsyncGenerator<string> {
      yield* await Promise.resolve([]);
    };
    const writeLines = (): Promise<void> => Promise.reject(new Error('The disk is full.'));
    const client = await start(disk, { host: { storage: { readLines, writeLines } } });
    assert.equal((await check(client)).findings, 3);
    assert.equal(client.log.filter((line) => line.includes('The disk is full.')).length, 1);
    assert.equal((await check(client)).findings, 3);
  });

  it('is done at once where there is no workspace', async () => {
    assert.deepEqual(await check(await start(new Disk({}))), { findings: 0, filesWithFindings: 0, files: 0, skipped: 0 });
  });
});

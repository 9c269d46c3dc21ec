/** What is shown of closed files after a check of the workspace, while files change. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { methods } from '../../server/src/protocol';
import { fullCapabilities, plainCapabilities, rulesIn, starter, workspace, type ClientOptions } from './support/client';
import { Disk, startInWorkspace, type WorkspaceClient } from './support/workspace';

const main = `${workspace}/app/main.py`;
const service = `${workspace}/app/service.py`;
const sleepy = `${workspace}/app/sleepy.py`;
const project = `${workspace}/pyproject.toml`;
const mainText = 'from .service import load\n\n\nasync def handle() -> None:\n    load()\n';
const serviceText = 'import time\n\n\ndef load() -> None:\n    time.sleep(1)\n';
const harmlessText = serviceText.replace('time.sleep(1)', 'print(1)');
const sleepyText = 'import time\n\n\nasync def nap() -> None:\n    time.sleep(1)\n';
const viaHelper = 'blocking-call-via-helper';

const { start, stop } = starter(startInWorkspace);
after(stop);

/** A client after a check of the workspace, in which two closed files have a finding each. */
async function checked(disk: Disk, options?: ClientOptions): Promise<WorkspaceClient> {
  const client = await start(disk, options);
  await client.connection.sendRequest(methods.checkWorkspace, {});
  await client.idle();
  assert.deepEqual([shownOf(client, main), shownOf(client, sleepy)], [[viaHelper], ['blocking-sleep']]);
  return client;
}

function newDisk(): Disk {
  return new Disk({ [main]: mainText, [service]: serviceText, [sleepy]: sleepyText });
}

/** The rules that the last message of a file told of. */
function shownOf({ published }: WorkspaceClient, uri: string): readonly string[] {
  return rulesIn(published.filter((message) => message.uri === uri).at(-1)?.diagnostics ?? []);
}

async function close({ connection }: WorkspaceClient, uri: string): Promise<void> {
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
}

for (const [kind, capabilities] of [
  ['that is told of findings', plainCapabilities],
  ['that asks for findings', fullCapabilities],
] as const) {
  describe(`what a check of the workspace has shown to a client ${kind}`, () => {
    it('is there again when a file that was opened is closed', async () => {
      const client = await checked(newDisk(), { capabilities });
      await client.open(sleepy, sleepyText);
      await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: sleepy } });
      await client.idle();
      await close(client, sleepy);
      await client.idle();
      assert.deepEqual(shownOf(client, sleepy), ['blocking-sleep']);
    });

    it('follows a file that is changed on the disk', async () => {
      const disk = newDisk();
      const client = await checked(disk, { capabilities });
      disk.write(sleepy, `# A line more.\n${sleepyText}`);
      await client.touch(sleepy);
      await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics[0]?.range.start.line === 5);
      disk.write(sleepy, 'x = 1\n');
      await client.touch(sleepy);
      await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics.length === 0);
    });
  });
}

describe('what a check of the workspace has shown', () => {
  it('follows a file that moves', async () => {
    const disk = newDisk();
    const client = await checked(disk);
    const moved = `${workspace}/app/moved.py`;
    disk.delete(sleepy);
    disk.write(moved, sleepyText);
    const changes = [
      { uri: sleepy, type: 3 },
      { uri: moved, type: 1 },
    ];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.untilPublished(moved, ({ diagnostics }) => diagnostics.length === 1);
    assert.deepEqual(shownOf(client, sleepy), []);
  });

  it('follows what it rests on, on the disk and in an open file', async () => {
    const disk = newDisk();
    const client = await checked(disk);
    disk.write(service, harmlessText);
    await client.touch(service);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
    disk.write(service, serviceText);
    await client.touch(service);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 1);
    await client.open(service, harmlessText);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('follows settings, and goes from files that are left out', async () => {
    const disk = newDisk();
    const client = await checked(disk);
    disk.write(project, '[tool.service-patterns]\nexclude = ["app/sleepy.py"]\n');
    await client.touch(project);
    await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics.length === 0);
    disk.write(project, '[tool.service-patterns.severity]\n"blocking-call-via-helper" = "error"\n');
    await client.touch(project);
    await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics.length === 1);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics[0]?.severity === 1);
    disk.write(`${workspace}/.gitignore`, 'sleepy.py\n');
    await client.touch(`${workspace}/.gitignore`);
    await client.untilPublished(sleepy, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('is no reason to look at a file again that nothing concerns', async () => {
    const disk = newDisk();
    const client = await checked(disk);
    disk.read.length = 0;
    disk.write(service, harmlessText);
    await client.touch(service);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
    await client.idle();
    assert.deepEqual(disk.read.includes(sleepy), false);
  });

  it('is gone when it is cleared, and does not come back', async () => {
    const disk = newDisk();
    const client = await checked(disk);
    await client.open(sleepy, sleepyText);
    await client.connection.sendRequest(methods.clearResults);
    assert.deepEqual(shownOf(client, main), []);
    await client.idle();
    // What is open has findings of its own.
    assert.deepEqual(shownOf(client, sleepy), ['blocking-sleep']);
    await close(client, sleepy);
    disk.write(main, `# A line more.\n${mainText}`);
    await client.touch(main, service);
    await client.idle();
    assert.deepEqual([shownOf(client, main), shownOf(client, sleepy)], [[], []]);
    await client.connection.sendRequest(methods.checkWorkspace, {});
    assert.deepEqual([shownOf(client, main), shownOf(client, sleepy)], [[viaHelper], ['blocking-sleep']]);
  });

  it('is not shown where it is cleared while it is worked out', async () => {
    const disk = newDisk();
    const client = await checked(disk);
    const reading = disk.holdBack(sleepy);
    disk.write(sleepy, `# A line more.\n${sleepyText}`);
    // It has to be read for the index, and after that to be checked.
    await client.touch(sleepy);
    await reading.reached;
    reading.open();
    const again = disk.holdBack(sleepy);
    await again.reached;
    await client.connection.sendRequest(methods.clearResults);
    again.open();
    await client.idle();
    assert.deepEqual([shownOf(client, main), shownOf(client, sleepy)], [[], []]);
  });

  it('is nothing before it is asked for', async () => {
    const disk = newDisk();
    const client = await start(disk);
    await client.idle();
    disk.write(sleepy, `# A line more.\n${sleepyText}`);
    await client.touch(sleepy);
    await client.idle();
    assert.deepEqual(client.published, []);
  });
});

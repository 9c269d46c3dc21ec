/** What is seen of the reading of the workspace, and how it is given up and gone on with. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Host } from '../../server/src/lsp/host';
import { methods } from '../../server/src/protocol';
import { plainCapabilities, rulesIn, starter, workspace } from './support/client';
import { Disk, startInWorkspace } from './support/workspace';

const main = `${workspace}/app/main.py`;
const service = `${workspace}/app/service.py`;
const mainText = 'from .service import load\n\n\nasync def handle() -> None:\n    load()\n';
const serviceText = 'import time\n\n\ndef load() -> None:\n    time.sleep(1)\n';
const chain = { [main]: mainText, [service]: serviceText, [`${workspace}/app/other.py`]: 'x = 1\n' };

const { start, stop } = starter(startInWorkspace);
after(stop);

const hasChain = ({ diagnostics }: PublishDiagnosticsParams): boolean => rulesIn(diagnostics).includes('blocking-call-via-helper');

describe('progress of the workspace index', () => {
  const capabilities = { ...plainCapabilities, window: { workDoneProgress: true } };

  it('begins, grows and ends', async () => {
    const client = await start(new Disk(chain), { capabilities });
    await client.idle();
    const kinds = client.progress.map(({ value }) => value.kind);
    assert.equal(kinds[0], 'begin');
    assert.equal(kinds.at(-1), 'end');
    const percentages = client.progress.flatMap(({ value }) => value.percentage ?? []);
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
    assert.equal(percentages.at(-1), 100);
    assert.equal(client.progress.at(-2)?.value.message, '3/3');
  });

  it('can be cancelled, and what is open is checked all the same', async () => {
    const disk = new Disk(chain);
    const listing = disk.holdBack(workspace);
    const client = await start(disk, { capabilities });
    await client.open(main, `${mainText}    import time\n    time.sleep(1)\n`);
    await client.untilPublished(main, ({ diagnostics }) => rulesIn(diagnostics).includes('blocking-sleep'));
    await client.idle();
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: client.progress[0]?.token });
    listing.open();
    await client.idle();
    assert.equal(client.progress.at(-1)?.value.kind, 'end');
    assert.deepEqual(disk.read, []);
    assert.deepEqual(rulesIn(client.published.filter(({ uri }) => uri === main).at(-1)?.diagnostics ?? []), ['blocking-sleep']);
  });

  it('is of one round at the start, though the client tells of its settings then', async () => {
    const disk = new Disk(chain);
    const waiting: (() => void)[] = [];
    const schedule: Host['schedule'] = (task) => {
      waiting.push(task);
      return () => undefined;
    };
    const dynamic = { dynamicRegistration: true };
    const workspaceAbilities = { ...plainCapabilities.workspace, didChangeConfiguration: dynamic, didChangeWatchedFiles: dynamic };
    const client = await start(disk, { capabilities: { ...capabilities, workspace: workspaceAbilities }, host: { schedule } });
    await client.idle();
    assert.deepEqual([...client.registered.keys()], ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    while (waiting.length > 0) {
      for (const task of waiting.splice(0)) task();
      await client.idle();
    }
    assert.equal(disk.read.length, 3);
    assert.equal(client.progress.filter(({ value }) => value.kind === 'begin').length, 1);
  });

  it('stays cancelled though settings changed meanwhile, until it is asked to go on', async () => {
    const disk = new Disk(chain);
    const reading = disk.holdBack(main);
    const client = await start(disk, { capabilities });
    await client.open(main, mainText);
    await client.idle();
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: client.progress[0]?.token });
    await client.connection.sendRequest(methods.processId);
    reading.open();
    await client.idle();
    assert.equal(client.progress.filter(({ value }) => value.kind === 'begin').length, 1);
    assert.deepEqual(disk.read, [main]);
    await client.connection.sendNotification(methods.readWorkspace);
    await client.untilPublished(main, hasChain);
  });

  it('believes nothing after it was cancelled of a file that has changed since', async () => {
    const disk = new Disk({ ...chain, [`${workspace}/app/zzz.py`]: 'x = 1\n' });
    const reading = disk.holdBack(`${workspace}/app/zzz.py`);
    const client = await start(disk, { capabilities });
    await client.open(main, mainText);
    await client.idle();
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: client.progress[0]?.token });
    await client.connection.sendRequest(methods.processId);
    reading.open();
    await client.untilPublished(main, hasChain);
    await client.touch(service);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
  });
});

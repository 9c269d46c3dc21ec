import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { plainCapabilities, rulesIn, startClient, starter, workspace, type TestClient } from './support/client';

const uri = `${workspace}/app/orders.py`;
const blocking = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';

const { start, stop } = starter(startClient);
after(stop);

/** The rules that report in a file once it is open. */
async function rulesAt(client: TestClient, file = uri, text = blocking): Promise<readonly string[]> {
  await client.open(file, text);
  return rulesIn((await client.untilPublished(file, () => true)).diagnostics);
}

describe('settings', () => {
  it('of the editor change what is found, while the file stays open', async () => {
    const client = await start();
    assert.deepEqual(await rulesAt(client), ['blocking-sleep']);
    client.settings = { severityOverrides: { 'blocking-sleep': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length === 0);
    client.settings = { severityOverrides: { 'blocking-sleep': 'error' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.untilPublished(uri, ({ diagnostics }) => diagnostics[0]?.severity === 1);
  });

  it('of the nearest project file come before those of the editor', async () => {
    const files = {
      [`${workspace}/pyproject.toml`]: '[tool.service-patterns.severity]\nblocking-sleep = "error"\n',
      [`${workspace}/app/pyproject.toml`]: '[tool.service-patterns.severity]\nblocking-sleep = "hint"\n',
      'file:///pyproject.toml': '[tool.service-patterns.severity]\nblocking-sleep = "off"\n',
    };
    const client = await start({ files, settings: { severityOverrides: { 'blocking-sleep': 'information' } } });
    assert.deepEqual(await rulesAt(client), ['blocking-sleep']);
    assert.equal(client.published.at(-1)?.diagnostics[0]?.severity, 4);
    const other = `${workspace}/other.py`;
    await rulesAt(client, other);
    assert.equal(client.published.at(-1)?.diagnostics[0]?.severity, 1);
  });

  it('are read again when a project file changes', async () => {
    const project = `${workspace}/service-patterns.toml`;
    const client = await start({ files: { [project]: '[severity]\nblocking-sleep = "off"\n' } });
    assert.deepEqual(await rulesAt(client), []);
    client.files.delete(project);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: project, type: 3 }] });
    await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length === 1);
  });

  it('may leave files out, and the status says why', async () => {
    const files = {
      [`${workspace}/pyproject.toml`]:
        '[tool.service-patterns]\nexclude = ["app/**"]\n[tool.service-patterns.per-file-ignores]\n"*_test.py" = ["asyncio"]\n',
    };
    const client = await start({ files });
    assert.deepEqual(await rulesAt(client), []);
    assert.deepEqual(client.statuses.get(uri), { uri, state: 'off', findings: 0, detail: 'excluded by `app/**`' });
    assert.deepEqual(await rulesAt(client, `${workspace}/one_test.py`), []);
    assert.deepEqual(await rulesAt(client, `${workspace}/one.py`), ['blocking-sleep']);
    assert.deepEqual(await rulesAt(client, `${workspace}/.venv/lib/python3.12/site-packages/x.py`), []);
    assert.deepEqual(await rulesAt(client, 'git:/work/one.py?ref'), []);
  });

  it('that are wrong are told in the status, and the good part counts', async () => {
    const files = {
      [`${workspace}/pyproject.toml`]:
        '[tool.service-patterns]\nprofil = "all"\n\n[tool.service-patterns.severity]\nblocking-sleep = "error"\n',
    };
    const client = await start({ files });
    await rulesAt(client);
    assert.equal(client.published.at(-1)?.diagnostics[0]?.severity, 1);
    assert.equal(client.statuses.get(uri)?.state, 'configuration');
    assert.match(client.statuses.get(uri)?.detail ?? '', /^pyproject\.toml:2 .*`profil`.*`profile`/);
    assert.deepEqual(client.statuses.get(uri)?.place, { uri: `${workspace}/pyproject.toml`, line: 1 });
  });

  it('of the editor that are wrong have no place in a file', async () => {
    const client = await start({ settings: { profile: 'al' } });
    await rulesAt(client);
    assert.match(client.statuses.get(uri)?.detail ?? '', /^`servicePatterns\.profile`/);
    assert.equal(client.statuses.get(uri)?.place, undefined);
  });

  it('limit the size of files, visibly', async () => {
    const client = await start({ settings: { maxFileSizeKb: 16 } });
    assert.deepEqual(await rulesAt(client, uri, blocking + '# long\n'.repeat(4000)), []);
    assert.deepEqual(client.statuses.get(uri), { uri, state: 'skipped', findings: 0, detail: '28 kB, and the limit is 16 kB' });
  });

  it('of any shape do no harm', async () => {
    for (const settings of [{ enable: 'yes' }, { severityOverrides: [] }, { run: {} }, { exclude: 7 }, { maxFileSizeKb: -1 }]) {
      assert.deepEqual(await rulesAt(await start({ settings })), ['blocking-sleep']);
    }
  });

  it('have defaults for clients that are asked nothing', async () => {
    const client = await start({ capabilities: { ...plainCapabilities, workspace: {} }, settings: { enable: false } });
    assert.deepEqual(await rulesAt(client), ['blocking-sleep']);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { methods } from '../../server/src/protocol';
import { fullCapabilities, rulesIn, startClient, workspace } from './support/client';

const uri = `${workspace}/app/orders.py`;
const blocking = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';

describe('the server', () => {
  it('says what it can do', async () => {
    const client = await startClient({ capabilities: fullCapabilities });
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'service-patterns');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'service-patterns',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(await client.connection.sendRequest(methods.processId), 4711);
    await client.stop();
  });

  it('answers malformed requests with nothing, logs them and goes on', async () => {
    const client = await startClient({ capabilities: fullCapabilities });
    const { connection } = client;
    assert.equal(await connection.sendRequest('textDocument/hover', {}), null);
    assert.deepEqual(await connection.sendRequest('textDocument/codeAction', { textDocument: { uri: 5 } }), []);
    assert.deepEqual(await connection.sendRequest('textDocument/diagnostic', { textDocument: null }), { kind: 'full', items: [] });
    await connection.sendNotification('textDocument/didOpen', { textDocument: 'x' });
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///none.py', version: 1 },
      contentChanges: [{ text: '' }],
    });
    await connection.sendNotification('textDocument/didChange', {});
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///none.py' } });
    await assert.rejects(connection.sendRequest('servicePatterns/none', {}), { code: -32601 });
    await client.open(uri, blocking);
    const report = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ['blocking-sleep'],
    );
    assert.ok(client.log.some((message) => message.startsWith('textDocument/hover: ')));
    await client.stop();
  });

  it('refuses to be initialized twice', async () => {
    const client = await startClient();
    await assert.rejects(client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }), {
      code: -32600,
    });
    await client.stop();
  });

  it('says why it cannot start', async () => {
    const start = startClient({ host: { createParser: () => Promise.reject(new Error('no such file')) } });
    await assert.rejects(start, /The parser cannot be loaded: no such file/);
  });

  it('refuses requests after it is shut down, and ends when it is told to', async () => {
    const client = await startClient();
    await client.open(uri, blocking);
    await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length > 0);
    await client.connection.sendRequest('shutdown');
    await assert.rejects(
      client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
      { code: -32600 },
    );
    assert.equal(client.exitCode, undefined);
    await client.stop();
    assert.equal(client.exitCode, 0);
  });

  it('finds the same after any edits as in a fresh file', async () => {
    const client = await startClient({ capabilities: fullCapabilities });
    const { connection } = client;
    const items = async (file: string): Promise<unknown> => {
      const report = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri: file } });
      // Related information names the file, and the two have different names.
      return JSON.parse(JSON.stringify(report.items).replaceAll(file, workspace));
    };
    const lines = [
      'import time',
      '',
      '',
      'async def wait() -> None:',
      '    """😀"""',
      '    time.sleep(1)',
      '    if x:',
      '        time.sleep(2)',
    ];
    await client.open(uri, '', 1);
    let version = 1;
    let text = '';
    for (const [index, line] of lines.entries()) {
      const last = text.split('\n').length - 1;
      const length = text.split('\n')[last]?.length ?? 0;
      const added = index === 0 ? line : `\n${line}`;
      await client.change(uri, ++version, { text: added, range: [last, length, last, length] });
      text += added;
      const fresh = `${workspace}/fresh${index}.py`;
      await client.open(fresh, text);
      assert.deepEqual(await items(uri), await items(fresh), text);
    }
    const report = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(rulesIn(report.items as never), ['blocking-sleep', 'blocking-sleep']);
    await client.stop();
  });
});

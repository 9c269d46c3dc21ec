import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { diagnosticSource, methods, ruleUrl } from '../../server/src/protocol';
import { fullCapabilities, rulesIn, startClient, starter, workspace, type TestClient } from './support/client';

const uri = `${workspace}/app/orders.py`;
const blocking = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';
const clean = blocking.replace('time.sleep(1)', 'pass');

const { start, stop } = starter(startClient);
after(stop);

describe('pushed diagnostics', () => {
  it('tell of what is wrong when a file is opened', async () => {
    const client = await start();
    await client.open(uri, blocking, 7);
    const { version, diagnostics } = await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length > 0);
    assert.equal(version, 7);
    assert.deepEqual(rulesIn(diagnostics), ['blocking-sleep']);
    const diagnostic = diagnostics.at(0);
    assert.equal(diagnostic?.source, diagnosticSource);
    assert.equal(diagnostic.severity, 2);
    assert.deepEqual(diagnostic.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 14 } });
    assert.equal(client.statuses.get(uri)?.state, 'on');
    assert.equal(client.statuses.get(uri)?.findings, 1);
  });

  it('follow incremental changes, several in one message and beyond the basic plane', async () => {
    const client = await start();
    await client.open(uri, '# 😀é\n', 1);
    await client.untilPublished(uri, ({ version }) => version === 1);
    await client.change(
      uri,
      2,
      { text: '\nasync def wait() -> None:\n    x = "😀"; time.sleep(1)\n', range: [1, 0, 1, 0] },
      { text: 'import time', range: [0, 0, 0, 5] },
    );
    const { diagnostics } = await client.untilPublished(uri, ({ version }) => version === 2);
    assert.deepEqual(
      diagnostics.map(({ range }) => range),
      [{ start: { line: 3, character: 14 }, end: { line: 3, character: 24 } }],
    );
    await client.change(uri, 3, { text: '', range: [3, 12, 3, 27] });
    assert.deepEqual((await client.untilPublished(uri, ({ version }) => version === 3)).diagnostics, []);
  });

  it('are sent once for a burst of changes, and never for a version that is gone', async () => {
    const client = await start();
    await client.open(uri, clean, 1);
    await client.untilPublished(uri, ({ version }) => version === 1);
    const before = client.published.length;
    for (let version = 2; version <= 20; version++) await client.change(uri, version, { text: `# ${version}\n`, range: [0, 0, 0, 0] });
    await client.change(uri, 21, { text: blocking });
    const { diagnostics } = await client.untilPublished(uri, ({ version }) => version === 21);
    assert.deepEqual(rulesIn(diagnostics), ['blocking-sleep']);
    assert.deepEqual(
      client.published.slice(before).map(({ version }) => version),
      [21],
    );
  });

  it('are taken back when a file is closed', async () => {
    const client = await start();
    await client.open(uri, blocking);
    await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length > 0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const { version } = await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length === 0);
    assert.equal(version, undefined);
  });

  it('leave out what the client does not know', async () => {
    const client = await start();
    await client.open(uri, blocking);
    const { diagnostics } = await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(Object.keys(diagnostics[0] ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
  });

  it('come for untitled files, and for project files', async () => {
    const client = await start();
    await client.open('untitled:Untitled-1', blocking);
    await client.untilPublished('untitled:Untitled-1', ({ diagnostics }) => diagnostics.length === 1);
    const project = `${workspace}/pyproject.toml`;
    await client.open(project, '[tool.service-patterns]\nprofil = "strict"\n', 1, 'toml');
    const { diagnostics } = await client.untilPublished(project, ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(rulesIn(diagnostics), ['bad-configuration']);
    assert.deepEqual(diagnostics[0]?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } });
  });

  it('are none for files that are not Python', async () => {
    const client = await start();
    await client.open(`${workspace}/notes.txt`, blocking, 1, 'plaintext');
    await client.open(uri, blocking);
    await client.untilPublished(uri, ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual([...new Set(client.published.map((params) => params.uri))], [uri]);
  });
});

describe('pulled diagnostics', () => {
  const pull = (client: TestClient, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, identifier: diagnosticSource, previousResultId });

  it('answer, say when nothing is new, and silence the others', async () => {
    const client = await start({ capabilities: fullCapabilities });
    await client.open(uri, blocking);
    const first = (await pull(client)) as FullDocumentDiagnosticReport;
    assert.equal(first.kind, 'full');
    assert.deepEqual(rulesIn(first.items), ['blocking-sleep']);
    assert.deepEqual(first.items[0]?.codeDescription, { href: ruleUrl('blocking-sleep') });
    assert.deepEqual(await pull(client, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(uri, 2, { text: clean });
    const second = await pull(client, first.resultId);
    assert.deepEqual(second.kind === 'full' && second.items, []);
    assert.deepEqual(client.published, []);
  });

  it('can be cancelled while they wait for calm', async () => {
    const client = await start({ capabilities: fullCapabilities });
    await client.open(uri, blocking);
    await pull(client);
    await client.change(uri, 2, { text: clean });
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
  });

  it('wait for a save where settings say so, and come at once by command', async () => {
    const client = await start({ capabilities: fullCapabilities, settings: { run: 'onSave' } });
    const items = async (): Promise<readonly string[]> => {
      const report = await pull(client);
      return report.kind === 'full' ? rulesIn(report.items) : ['unchanged'];
    };
    await client.open(uri, clean);
    assert.deepEqual(await items(), []);
    await client.change(uri, 2, { text: blocking });
    assert.deepEqual(await items(), []);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await items(), ['blocking-sleep']);
    await client.change(uri, 3, { text: clean });
    assert.deepEqual(await items(), ['blocking-sleep']);
    await client.connection.sendRequest(methods.checkFile, { uri });
    assert.deepEqual(await items(), []);
  });

  it('do not come from looking: a light bulb and a hover check nothing that waits for a command', async () => {
    const client = await start({ capabilities: fullCapabilities, settings: { run: 'manual' } });
    const position = { line: 4, character: 6 };
    const look = async (only?: readonly string[]): Promise<readonly unknown[]> => {
      const context = { diagnostics: [], ...(only ? { only } : {}) };
      const range = { start: position, end: position };
      const offered: unknown[] = await client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
      return [...offered, await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position })];
    };
    await client.open(uri, `${blocking}x = 1  # patterns: ignore[blocking-sleep]\n`);
    assert.deepEqual(await look(), [null]);
    assert.equal((await look(['source.fixAll'])).length, 2, 'what is asked for by name is done');
    await client.change(uri, 2, { text: blocking });
    const report = await pull(client);
    assert.deepEqual(report.kind === 'full' && report.items, []);
    assert.equal(client.statuses.size, 0);
    await client.connection.sendRequest(methods.checkFile, { uri });
    assert.equal(client.statuses.get(uri)?.findings, 1);
    assert.ok((await look()).length > 1);
    await client.change(uri, 3, { text: `\n${blocking}` });
    assert.equal((await look()).length, 1, 'what was shown may have moved, so nothing is offered that the client did not name');
  });
});

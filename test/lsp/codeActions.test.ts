import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { ClientCapabilities, CodeAction, CodeActionContext, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionKinds, linkCommands } from '../../server/src/protocol';
import { fullCapabilities, plainCapabilities, startClient, starter, workspace, type TestClient } from './support/client';

const uri = `${workspace}/app/orders.py`;
const text = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n\n\ndone = 1  # patterns: ignore[blocking-sleep] old\n';
const atSleep = { start: { line: 4, character: 6 }, end: { line: 4, character: 6 } };
const atIgnore = { start: { line: 7, character: 30 }, end: { line: 7, character: 30 } };
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const fixed = text.replace('import time', 'import asyncio\nimport time').replace('time.sleep', 'await asyncio.sleep');

const { start, stop } = starter(startClient);
after(stop);

async function opened(capabilities: ClientCapabilities = fullCapabilities, settings: Record<string, unknown> = {}): Promise<TestClient> {
  const client = await start({ capabilities, settings, initializationOptions: { commandLinks: true } });
  await client.open(uri, text, 5);
  return client;
}

function actions(client: TestClient, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...context },
  });
}

function resolve(client: TestClient, action: CodeAction | undefined): Promise<CodeAction> {
  return client.connection.sendRequest('codeAction/resolve', action);
}

function titles(offered: readonly CodeAction[]): readonly string[] {
  return offered.map(({ title }) => title);
}

/** The edit of the one document that is changed. */
function documentEdit(edit: WorkspaceEdit | undefined): TextDocumentEdit | undefined {
  const change = edit?.documentChanges?.at(0);
  return change && 'edits' in change ? change : undefined;
}

/** The text after an edit that has to be for version 5. */
function applied(edit: WorkspaceEdit | undefined): string {
  const change = documentEdit(edit);
  assert.deepEqual(change?.textDocument, { uri, version: 5 });
  return TextDocument.applyEdits(TextDocument.create(uri, 'python', 5, text), change.edits as { range: Range; newText: string }[]);
}

describe('code actions', () => {
  it('stand in order: fixes, explanation, ways to ignore', async () => {
    const offered = await actions(await opened(), atSleep);
    assert.deepEqual(titles(offered), [
      'Replace with await asyncio.sleep (blocking-sleep, review)',
      'Explain blocking-sleep: blocking sleep in an async function',
      'Ignore blocking-sleep on this line',
      'Ignore blocking-sleep in this file',
    ]);
    assert.deepEqual(
      offered.map(({ kind }) => kind),
      [actionKinds.quickFix, actionKinds.quickFix, actionKinds.ignore, actionKinds.ignore],
    );
    assert.deepEqual(
      offered.map(({ isPreferred }) => isPreferred ?? false),
      [false, false, false, false],
    );
    assert.deepEqual(
      offered.map(({ edit }) => edit),
      [undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(offered[1]?.command?.arguments, ['blocking-sleep']);
    assert.equal(offered[1].command.command, linkCommands.explainRule);
    assert.deepEqual(
      offered[0]?.diagnostics?.map(({ code }) => code),
      ['blocking-sleep'],
    );
  });

  it('get their edit when they are resolved, for the version that they are for', async () => {
    const client = await opened();
    const [fix, , ignoreLine, ignoreFile] = await actions(client, atSleep);
    assert.equal(applied((await resolve(client, fix)).edit), fixed);
    assert.equal(
      applied((await resolve(client, ignoreLine)).edit),
      text.replace('time.sleep(1)', 'time.sleep(1)  # patterns: ignore[blocking-sleep]'),
    );
    assert.match(applied((await resolve(client, ignoreFile)).edit), /# patterns: file-ignore\[blocking-sleep\]/);
    await client.change(uri, 6, { text: `\n${text}` });
    assert.equal((await resolve(client, fix)).edit, undefined);
  });

  it('carry their edit where the client resolves nothing', async () => {
    const [fix] = await actions(await opened(plainCapabilities), atSleep);
    assert.equal(applied(fix?.edit), fixed);
    const simple = { ...plainCapabilities, workspace: { configuration: true } };
    const [other] = await actions(await opened(simple), atSleep);
    assert.deepEqual(Object.keys(other?.edit?.changes ?? {}), [uri]);
  });

  it('prefer a safe fix', async () => {
    const client = await opened();
    const [fix] = await actions(client, atIgnore);
    assert.equal(fix?.isPreferred, true);
    assert.match(fix.title, /\(unused-ignore\)$/);
    assert.equal(applied((await resolve(client, fix)).edit), text.replace('  # patterns: ignore[blocking-sleep] old', ''));
  });

  it('are safe ones only where nobody looks, and all where somebody does', async () => {
    const client = await opened();
    const only = [actionKinds.quickFix];
    assert.deepEqual(await actions(client, atSleep, { only, triggerKind: 2 }), []);
    assert.equal((await actions(client, atIgnore, { only, triggerKind: 2 })).length, 1);
    assert.equal((await actions(client, atSleep, { only, triggerKind: 1 })).length, 2);
    assert.equal((await actions(client, atSleep, { only: ['quickfix'], triggerKind: 1 })).length, 4);
    assert.equal((await actions(client, atSleep, { only: [actionKinds.ignore], triggerKind: 1 })).length, 2);
    assert.deepEqual(await actions(client, atSleep, { only: ['refactor'] }), []);
  });

  it('fix all that is safe, and offer nothing where there is nothing', async () => {
    const client = await opened();
    const only = [actionKinds.fixAll];
    const [fixAll, ...others] = await actions(client, whole, { only, triggerKind: 2 });
    assert.deepEqual(others, []);
    assert.equal(fixAll?.kind, actionKinds.fixAll);
    assert.equal(applied((await resolve(client, fixAll)).edit), text.replace('  # patterns: ignore[blocking-sleep] old', ''));
    assert.equal((await actions(client, whole, { only: ['source.fixAll'] })).length, 1);
    assert.equal(titles(await actions(client, whole)).includes(fixAll.title), false);
    await client.change(uri, 6, { text: 'x = 1\n' });
    assert.deepEqual(await actions(client, whole, { only }), []);
  });

  it('offer to fix all findings of a rule, each to be confirmed', async () => {
    const client = await opened();
    await client.change(uri, 5, { text: text.replace('    time.sleep(1)\n', '    time.sleep(1)\n    time.sleep(2)\n') });
    const action = (await actions(client, atSleep)).find(({ title }) => title === 'Fix all blocking-sleep in this file (review each)');
    const { edit } = await resolve(client, action);
    const change = documentEdit(edit);
    const annotations = (change?.edits ?? []).map((one) =>
      'annotationId' in one ? edit?.changeAnnotations?.[one.annotationId] : undefined,
    );
    assert.equal(annotations.length, 3);
    assert.ok(annotations.every((annotation) => annotation?.needsConfirmation === true));
  });

  it('heed the settings that hide some', async () => {
    const offered = await actions(await opened(fullCapabilities, { unsafeFixes: 'hide', suppressActions: false }), atSleep);
    assert.deepEqual(titles(offered), ['Explain blocking-sleep: blocking sleep in an async function']);
  });

  it('turn a rule off in the project file, where there is one', async () => {
    const project = `${workspace}/pyproject.toml`;
    const content = '[project]\nname = "orders"\n';
    const client = await start({
      capabilities: fullCapabilities,
      initializationOptions: { readFile: true },
      files: { [project]: content },
    });
    await client.open(uri, text);
    const offered = await actions(client, atSleep);
    assert.equal(offered.at(-1)?.title, 'Turn off blocking-sleep in pyproject.toml');
    assert.equal(offered.at(-1)?.kind, actionKinds.ignore);
    const { edit } = await resolve(client, offered.at(-1));
    const change = documentEdit(edit);
    assert.deepEqual(change?.textDocument, { uri: project, version: null });
    const end = { line: 2, character: 0 };
    assert.deepEqual(change.edits, [
      { range: { start: end, end }, newText: '\n[tool.service-patterns.severity]\nblocking-sleep = "off"\n' },
    ]);
  });

  it('survive whatever a client sends to be resolved', async () => {
    const client = await opened();
    for (const data of [
      undefined,
      1,
      {},
      { uri, version: 5, deed: { does: 'fix', finding: {}, fix: 'x' } },
      { uri, version: 5, deed: { does: 'burn' } },
      { uri, version: 5, deed: { does: 'turn-off', rule: 'x]\ny' } },
    ]) {
      const answer = await resolve(client, { title: 'x', data });
      assert.equal(answer.edit, undefined);
    }
  });
});

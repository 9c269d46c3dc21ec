/** What happens without anybody looking is safe, in every example and every case of every rule. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodeActionTriggerKind } from 'vscode-languageserver';
import type { CodeAction, TextEdit as LspEdit } from 'vscode-languageserver';
import type { CheckedFile } from '../../server/src/engine/check';
import type { FileEdit } from '../../server/src/engine/finding';
import { actionKinds } from '../../server/src/protocol';
import { isProjectFile } from '../../server/src/settings/parse';
import { samples } from '../fuzz/support/samples';
import type { Sample } from '../fuzz/support/samples';
import { changed, offsetAt } from '../fuzz/support/textModel';
import { check } from '../support/check';
import { fullCapabilities, startClient, workspace, type TestClient } from './support/client';

const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** What may be asked for by name, and those of it that have to be safe whoever asks. */
const fixAllKinds = ['source', 'source.fixAll', actionKinds.fixAll];
const allKinds = [
  ...fixAllKinds,
  '',
  'quickfix',
  actionKinds.quickFix,
  'quickfix.suppress',
  actionKinds.ignore,
  'refactor',
  'refactor.rewrite',
];

describe('actions that nobody looks at', () => {
  it('are safe, ignore nothing, and repair what they say', async () => {
    const client = await startClient({ capabilities: fullCapabilities, settings: { profile: 'all' } });
    const seen = { safe: 0, unsafe: 0 };
    for (const [index, sample] of samples.entries()) {
      if (sample.python !== undefined) continue;
      const uri = `${workspace}/${String(index)}/${sample.file}`;
      const checked = check(sample.code, { file: uri, profile: 'all' });
      const safe = safeEdits(checked);
      await client.open(uri, sample.code, 1, isProjectFile(uri) ? 'toml' : 'python');
      for (const kind of allKinds) {
        const actions = await asked(client, uri, kind, CodeActionTriggerKind.Automatic);
        for (const action of actions) assertSafe(action, uri, sample, safe);
        seen.safe += actions.length;
      }
      for (const kind of fixAllKinds)
        for (const action of await asked(client, uri, kind, CodeActionTriggerKind.Invoked)) assertSafe(action, uri, sample, safe);
      seen.unsafe += checked.findings.flatMap(({ fixes }) => fixes).filter(({ kind }) => kind === 'unsafe').length;
    }
    assert.ok(seen.safe > 50 && seen.unsafe > 50, JSON.stringify(seen));
    await client.stop();
  });
});

async function asked(
  { connection }: TestClient,
  uri: string,
  kind: string,
  triggerKind: CodeActionTriggerKind,
): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], only: [kind], triggerKind };
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: whole, context });
  return Promise.all(actions.map((action) => connection.sendRequest<CodeAction>('codeAction/resolve', action)));
}

function assertSafe({ title, kind, edit }: CodeAction, uri: string, { name, code }: Sample, safe: ReadonlySet<string>): void {
  const what = `${name}: ${title}`;
  assert.ok(kind !== undefined && !kind.startsWith(actionKinds.ignore), what);
  const [change, ...others] = edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change && others.length === 0 && change.textDocument.uri === uri, `${what} changes something else`);
  const edits = change.edits as readonly LspEdit[];
  for (const { range, newText } of edits) {
    const key = JSON.stringify([offsetAt(code, range.start), offsetAt(code, range.end), newText]);
    assert.ok(safe.has(key), `${what} makes an edit that belongs to no safe fix: ${key}`);
  }
  const result = [...edits].reverse().reduce((text, { range: { start, end }, newText }) => {
    return changed(text, { text: newText, range: [start.line, start.character, end.line, end.character] });
  }, code);
  assert.ok(ignoresIn(result) <= ignoresIn(code), `${what} ignores something`);
}

/** All edits of safe fixes, one by one and together. */
function safeEdits(checked: CheckedFile): ReadonlySet<string> {
  const single = checked.findings.flatMap((finding) =>
    finding.fixes.filter(({ kind }) => kind === 'safe').flatMap((offer) => checked.fix(finding, offer) ?? []),
  );
  const keys = (edit: FileEdit): string[] =>
    'edits' in edit ? edit.edits.map(({ start, end, newText }) => JSON.stringify([start, end, newText])) : [];
  return new Set(single.flatMap(keys));
}

function ignoresIn(text: string): number {
  return text.match(/patterns:/g)?.length ?? 0;
}

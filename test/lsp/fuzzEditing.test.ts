/** Whatever is done to documents, the server knows their text and finds in it what it would find in a fresh file. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import type { Reported } from '../../server/src/engine/finding';
import type { Host } from '../../server/src/lsp/host';
import { createParser } from '../../server/src/parser/treeSitter';
import { severities } from '../../server/src/settings/levels';
import type { Parser } from '../../server/src/syntax/parser';
import { holds } from '../fuzz/support/property';
import { pythonSamples } from '../fuzz/support/samples';
import type { Sample } from '../fuzz/support/samples';
import { changed, offsetAt, positionAt } from '../fuzz/support/textModel';
import type { ModelChange } from '../fuzz/support/textModel';
import { gesture, performed } from '../fuzz/support/typing';
import type { Draft } from '../fuzz/support/typing';
import { check } from '../support/check';
import { fullCapabilities, plainCapabilities, startClient, workspace, type TestClient } from './support/client';

const parser = await createParser({
  runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  python: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
});

/** A host on which no time passes, and that tells which texts were parsed. */
function hostWith(seen: Set<string>): Partial<Host> {
  const watched: Parser = {
    parse: (text, previous, options) => {
      seen.add(text);
      return parser.parse(text, previous, options);
    },
  };
  const schedule: Host['schedule'] = (task) => {
    const timer = setImmediate(task);
    return () => clearImmediate(timer);
  };
  return { createParser: () => Promise.resolve(watched), schedule, now: () => 0 };
}

/** One step of a session. */
interface Step {
  /** The document that it is about, of two. */
  readonly document: number;
  readonly does: 'edit' | 'edit and look' | 'reopen' | 'ask for actions';
  readonly gestures: readonly Parameters<typeof performed>[1][];
}

const step: fc.Arbitrary<Step> = fc.record({
  document: fc.nat(1),
  does: fc.oneof(
    { weight: 12, arbitrary: fc.constant('edit and look' as const) },
    { weight: 5, arbitrary: fc.constant('edit' as const) },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
    { weight: 2, arbitrary: fc.constant('ask for actions' as const) },
  ),
  gestures: fc.array(gesture, { minLength: 1, maxLength: 3 }),
});

interface Session {
  readonly first: Sample;
  readonly second: Sample;
  readonly steps: readonly Step[];
}

const session: fc.Arbitrary<Session> = fc.record({
  first: fc.constantFrom(...pythonSamples.filter(({ python }) => python === undefined)),
  second: fc.constantFrom(...pythonSamples.filter(({ python }) => python === undefined)),
  steps: fc.array(step, { minLength: 1, maxLength: 20 }),
});

const short: Sample = {
  name: 'short',
  file: 'app/module.py',
  python: undefined,
  code: `import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n`,
};
/** A change behind the end of the text, of as many lines as it replaces; and a version without a change. */
const oddChanges: Session = {
  first: short,
  second: short,
  steps: [
    {
      document: 0,
      does: 'edit',
      gestures: [
        { kind: 'wild', at: 0, size: 9, text: 'async def f():\n    ' },
        { kind: 'type', at: 0, size: 0, text: '(' },
      ],
    },
    { document: 0, does: 'edit and look', gestures: [{ kind: 'type', at: 78, size: 0, text: 'f"{' }] },
    { document: 0, does: 'edit and look', gestures: [{ kind: 'nothing', at: 0, size: 0, text: '' }] },
  ],
};

describe('random editing', () => {
  it('leads to what a fresh check finds, for clients that ask', async () => {
    await holds(session, { known: [oddChanges], fewest: 10, seconds: 4 }, async ({ first, second, steps }) => {
      const seen = new Set<string>();
      const client = await startClient({ capabilities: fullCapabilities, settings: { profile: 'all' }, host: hostWith(seen) });
      const documents = await opened(client, [first, second]);
      for (const one of steps) {
        seen.clear();
        const document = await taken(client, documents, one);
        if (one.does === 'edit') continue;
        const { items } = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
          textDocument: { uri: document.uri },
        });
        assertFresh(document, items);
        if (one.does === 'edit and look' && document.isChanged) assert.ok(seen.has(document.draft.text), 'the server has another text');
        document.isChanged = false;
      }
      assert.deepEqual(client.log.slice(1), []);
      await client.stop();
    });
  });

  it('leads to what a fresh check finds, for clients that are told', async () => {
    await holds(session, { known: [oddChanges], fewest: 5, seconds: 2 }, async ({ first, second, steps }) => {
      const client = await startClient({ capabilities: plainCapabilities, settings: { profile: 'all' }, host: hostWith(new Set()) });
      const documents = await opened(client, [first, second]);
      for (const one of steps) {
        const document = await taken(client, documents, one);
        if (one.does === 'edit') continue;
        const { diagnostics } = await client.untilPublished(document.uri, ({ version }) => version === document.version);
        assertFresh(document, diagnostics);
      }
      // Nothing is left to send when the connection ends.
      for (const { uri, version: last } of documents) await client.untilPublished(uri, ({ version }) => version === last);
      assert.deepEqual(client.log.slice(1), []);
      await client.stop();
    });
  });
});

interface Document {
  readonly uri: string;
  draft: Draft;
  version: number;
  /** Whether the text is another than the one looked at last. */
  isChanged: boolean;
  /** The line where the last change ended. */
  editedLine: number | undefined;
}

async function opened(client: TestClient, samples: readonly { readonly file: string; readonly code: string }[]): Promise<Document[]> {
  const documents = samples.map(({ file, code }, index) => ({
    uri: `${workspace}/${String(index)}/${file}`,
    draft: { text: code, before: [] },
    version: 1,
    isChanged: true,
    editedLine: undefined,
  }));
  for (const { uri, draft } of documents) await client.open(uri, draft.text);
  return documents;
}

/** Takes a step and gives the document that it was about. */
async function taken(client: TestClient, documents: readonly Document[], { document: index, does, gestures }: Step): Promise<Document> {
  const document = documents[index];
  assert.ok(document);
  const { uri } = document;
  if (does === 'reopen') {
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    document.version += 1;
    document.editedLine = undefined;
    await client.open(uri, document.draft.text, document.version);
    return document;
  }
  if (does === 'ask for actions') {
    const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
    await client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
    return document;
  }
  for (const made of gestures) {
    const { changes, draft } = performed(document.draft, made);
    document.editedLine = lastLine(document, changes);
    document.isChanged ||= draft.text !== document.draft.text;
    document.draft = draft;
    document.version += 1;
    await client.change(uri, document.version, ...changes);
  }
  return document;
}

function lastLine({ draft, editedLine }: Document, changes: readonly ModelChange[]): number | undefined {
  let { text } = draft;
  let line = editedLine;
  for (const change of changes) {
    const [first = 0, from = 0, second = 0, to = 0] = change.range ?? [];
    const start = Math.min(offsetAt(text, { line: first, character: from }), offsetAt(text, { line: second, character: to }));
    text = changed(text, change);
    line = change.range && positionAt(text, start + change.text.length).line;
  }
  return line;
}

function assertFresh({ uri, draft: { text }, editedLine }: Document, diagnostics: readonly Diagnostic[]): void {
  const fresh = check(text, { file: uri, profile: 'all', editedLine });
  assert.deepEqual(fresh.failures, []);
  assert.deepEqual(
    diagnostics.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
    fresh.findings.map((finding) => expected(finding, text)),
  );
}

function expected({ rule, severity, message, range }: Reported, text: string): Pick<Diagnostic, 'code' | 'severity' | 'message' | 'range'> {
  return {
    code: rule,
    severity: (severities.indexOf(severity) + 1) as NonNullable<Diagnostic['severity']>,
    message,
    range: { start: positionAt(text, range.start), end: positionAt(text, range.end) },
  };
}

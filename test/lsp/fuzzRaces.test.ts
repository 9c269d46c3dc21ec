/** Answers that come too late: documents change while the server works, and while it waits for the client. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../server/src/lsp/host';
import { createParser } from '../../server/src/parser/treeSitter';
import { methods } from '../../server/src/protocol';
import { holds } from '../fuzz/support/property';
import { positionAt } from '../fuzz/support/textModel';
import { check } from '../support/check';
import { fullCapabilities, plainCapabilities, startClient, workspace, type TestClient } from './support/client';

const parser = await createParser({
  runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  python: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
});

const uri = `${workspace}/app/orders.py`;
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** What a client does without waiting for what it did before, and how often. */
const deeds = [
  [6, 'change'],
  [3, 'ask for findings'],
  [2, 'ask for findings and cancel'],
  [2, 'ask for actions'],
  [3, 'ask for the edit of an action'],
  [1, 'hover'],
  [2, 'change settings'],
  [4, 'answer the server'],
  [2, 'answer its last question first'],
  [8, 'let timers run'],
  [16, 'wait for the server to have seen all'],
] as const;
type Deed = (typeof deeds)[number][1];
const someDeeds = fc.array(fc.oneof(...deeds.map(([weight, name]) => ({ weight, arbitrary: fc.constant<Deed>(name) }))), {
  minLength: 3,
  maxLength: 60,
});

/** The settings change while the server asks for them, and the answer that is out of date comes last. */
const lateSettings: Deed[] = [
  ...(['wait for the server to have seen all', 'let timers run', 'wait for the server to have seen all'] as const),
  ...(['wait for the server to have seen all', 'change settings', 'wait for the server to have seen all', 'let timers run'] as const),
  ...(['wait for the server to have seen all', 'wait for the server to have seen all', 'answer its last question first'] as const),
  ...(['wait for the server to have seen all', 'wait for the server to have seen all', 'wait for the server to have seen all'] as const),
];

describe('a race', () => {
  it('gives a client that asks nothing that is out of date', async () => {
    await holds(someDeeds, { known: [lateSettings], fewest: 20, seconds: 3 }, async (done) => {
      const race = await begun(fullCapabilities);
      for (const deed of done) await race.does(deed);
      await race.settled();
      const last = await race.client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
      assert.deepEqual(last.kind === 'full' && last.items.map(shown), race.expected());
      await race.client.stop();
    });
  });

  it('gives a client that is told nothing that is out of date', async () => {
    await holds(someDeeds, { known: [lateSettings], fewest: 20, seconds: 2 }, async (done) => {
      const race = await begun(plainCapabilities);
      for (const deed of done) await race.does(deed);
      await race.settled();
      assert.deepEqual(race.client.published.at(-1)?.diagnostics.map(shown), race.expected());
      await race.client.stop();
    });
  });
});

interface Race {
  readonly client: TestClient;
  does(deed: Deed): Promise<void> | void;
  /** Lets everything come to its end that is under way, and tells what went wrong. */
  settled(): Promise<void>;
  /** What is to be found at last. */
  expected(): readonly Shown[];
}

/** A document that is open, and a client that sees to it that nothing it gets is older than what the server has seen. */
async function begun(capabilities: typeof plainCapabilities): Promise<Race> {
  const world = createWorld();
  const client = await startClient({ capabilities, host: world.host });
  const { connection } = client;
  const textDocument = { uri };
  connection.onRequest('workspace/configuration', world.configuration);
  await client.open(uri, textOf(1), 1);
  const underWay = new Set<Promise<void>>();
  const actions: CodeAction[] = [];
  let version = 1;
  // The oldest version that an answer may be about: the server has seen it.
  let oldest = 1;
  let looked = 0;
  const lookAtPublished = (): void => {
    for (const params of client.published.slice(looked)) assertPublished(params, oldest);
    looked = client.published.length;
  };
  const follow = (answer: Promise<void>): void => {
    underWay.add(answer);
    answer.catch(() => undefined);
  };
  const findings = (token = CancellationToken.None): Promise<void> => {
    const since = oldest;
    return connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument }, token).then((report) => {
      const items = report.kind === 'full' ? report.items : [];
      assert.ok(isAboutSome(items, since, version), `the answer is about no version from ${String(since)} to ${String(version)}`);
    });
  };
  const deedsByName: Readonly<Record<Deed, () => Promise<void> | void>> = {
    change: () => {
      version += 1;
      return client.change(uri, version, { text: textOf(version) });
    },
    'ask for findings': () => follow(findings()),
    'ask for findings and cancel': () => {
      const source = new CancellationTokenSource();
      follow(findings(source.token).catch(assertCancelled));
      setImmediate(() => source.cancel());
    },
    'ask for actions': () => {
      const offered = connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: whole,
        context: { diagnostics: [] },
      });
      follow(offered.then((some) => void actions.push(...some.filter(({ data }) => data !== undefined).slice(0, 2))));
    },
    'ask for the edit of an action': () => {
      const action = actions.shift();
      const since = oldest;
      if (action)
        follow(connection.sendRequest<CodeAction>('codeAction/resolve', action).then((resolved) => assertOfThatVersion(resolved, since)));
    },
    hover: () =>
      follow(connection.sendRequest('textDocument/hover', { textDocument, position: { line: 3, character: 6 } }).then(() => undefined)),
    'change settings': () => {
      world.changeLevel();
      return connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    'answer the server': () => world.answer(),
    'answer its last question first': () => world.answerLast(),
    'let timers run': () => world.runTimers(),
    'wait for the server to have seen all': async () => {
      const sent = version;
      await connection.sendRequest(methods.processId);
      lookAtPublished();
      oldest = sent;
    },
  };
  const settled = async (): Promise<void> => {
    // An answer of ours can lead to another question, a few times over: quiet is when that is long ago.
    for (let quiet = 0; quiet < 10; quiet += 1) {
      if (world.isWaiting() || client.published.length > looked) quiet = 0;
      lookAtPublished();
      world.answer();
      world.runTimers();
      await connection.sendRequest(methods.processId);
    }
    await Promise.all(underWay);
    lookAtPublished();
    world.answerAtOnce();
    assert.deepEqual(client.log.slice(1), []);
  };
  return { client, does: (deed) => deedsByName[deed](), settled, expected: () => expected(version, world.level()) };
}

type Level = 'error' | 'hint';
type Shown = Pick<Diagnostic, 'code' | 'severity' | 'range'>;

/** Timers and the client's answers happen when the test wants them to. */
interface World {
  readonly host: Partial<Host>;
  readonly configuration: () => unknown;
  level(): Level;
  changeLevel(): void;
  /** Answers the question that has waited longest, with what was true when it came. */
  answer(): void;
  answerLast(): void;
  answerAtOnce(): void;
  /** Whether the server waits for a timer or an answer. */
  isWaiting(): boolean;
  runTimers(): void;
}

function createWorld(): World {
  const timers = new Set<() => void>();
  const questions: (() => void)[] = [];
  let level: Level = 'error';
  let isAnswering = false;
  return {
    host: {
      createParser: () => Promise.resolve(parser),
      now: () => 0,
      schedule: (task) => {
        if (isAnswering) return clearLater(setImmediate(task));
        timers.add(task);
        return () => timers.delete(task);
      },
    },
    configuration: () => {
      const answer = [{ severityOverrides: { 'blocking-sleep': level } }];
      return isAnswering ? answer : new Promise((resolve) => questions.push(() => resolve(answer)));
    },
    level: () => level,
    changeLevel: () => {
      level = level === 'error' ? 'hint' : 'error';
    },
    answer: () => questions.shift()?.(),
    answerLast: () => questions.pop()?.(),
    answerAtOnce: () => {
      isAnswering = true;
    },
    isWaiting: () => timers.size + questions.length > 0,
    runTimers: () => {
      const due = [...timers];
      timers.clear();
      for (const task of due) task();
    },
  };
}

function clearLater(timer: NodeJS.Immediate): () => void {
  return () => clearImmediate(timer);
}

/** The text of a version, whose findings no neighbour has. */
function textOf(version: number): string {
  const sleeps = '    time.sleep(1)\n'.repeat(1 + (version % 4));
  return `import time\n${'\n'.repeat(version % 3)}\nasync def wait() -> None:\n${sleeps}    print(${String(version)})\n`;
}

function expected(version: number, level: Level): readonly Shown[] {
  const text = textOf(version);
  return check(text).findings.map(({ rule, range }) => ({
    code: rule,
    severity: level === 'error' ? 1 : 4,
    range: { start: positionAt(text, range.start), end: positionAt(text, range.end) },
  }));
}

function shown({ code, severity, range }: Diagnostic): Shown {
  return { ...(code === undefined ? {} : { code }), ...(severity === undefined ? {} : { severity }), range };
}

function isAboutSome(items: readonly Diagnostic[], first: number, last: number): boolean {
  const versions = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return versions.some((version) => isAbout(items, version));
}

function isAbout(items: readonly Diagnostic[], version: number): boolean {
  const found = JSON.stringify(items.map(shown));
  return (['error', 'hint'] as const).some((level) => JSON.stringify(expected(version, level)) === found);
}

function assertPublished({ version, diagnostics }: PublishDiagnosticsParams, oldest: number): void {
  assert.ok(version !== undefined && version >= oldest, `version ${String(version)} was published after ${String(oldest)}`);
  assert.ok(isAbout(diagnostics, version), `what was published for version ${String(version)} is about another`);
}

function assertCancelled(error: unknown): void {
  if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestCancelled) throw error;
}

/** An action is done to the version that it was offered for, or not at all. */
function assertOfThatVersion({ data, edit }: CodeAction, oldest: number): void {
  const { version } = data as { readonly version: number };
  if (edit === undefined) return;
  assert.ok(version >= oldest, `an edit for version ${String(version)} came after ${String(oldest)}`);
  for (const change of edit.documentChanges ?? []) {
    assert.ok('edits' in change);
    assert.equal(change.textDocument.version, version);
    const document = TextDocument.create(uri, 'python', version, textOf(version));
    const result = TextDocument.applyEdits(document, change.edits as Parameters<typeof TextDocument.applyEdits>[1]);
    assert.ok(check(result).findings.length < check(textOf(version)).findings.length, result);
  }
}

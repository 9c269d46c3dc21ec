/** The bundled server over standard input and output, on what no client should send. It ends when it is told to, and never else. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { methods } from '../../server/src/protocol';
import { bundles } from './support/bundles';
import { holds } from './support/property';
import { framed, startRawServer } from './support/rawServer';
import type { RawServer } from './support/rawServer';

const { nodeServer, dispose } = bundles();
const running = new Set<RawServer>();
after(() => {
  for (const server of running) server.kill();
  dispose();
});

const uri = 'file:///work/app/orders.py';
const text = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';
const capabilities = { textDocument: { codeAction: { codeActionLiteralSupport: {} } }, workspace: { configuration: true } };
const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 9 } };
const notInitialized = -32002;
const invalidRequest = -32600;
const methodNotFound = -32601;

function started(): RawServer {
  const server = startRawServer(nodeServer);
  running.add(server);
  void server.ended.then(() => running.delete(server));
  return server;
}

async function initialized(): Promise<RawServer> {
  const server = started();
  await server.ask('initialize', { processId: null, rootUri: null, capabilities });
  server.send({ method: 'initialized', params: {} });
  server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'python', version: 1, text } } });
  return server;
}

/** What a decent client would say, to be spoilt. */
const decent: readonly { readonly method: string; readonly params: unknown }[] = [
  { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'python', version: 1, text } } },
  { method: 'textDocument/didChange', params: { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: 'x' }, { text }] } },
  { method: 'textDocument/didSave', params: { textDocument: { uri } } },
  { method: 'textDocument/didClose', params: { textDocument: { uri } } },
  { method: 'textDocument/diagnostic', params: { textDocument: { uri }, previousResultId: '1' } },
  { method: 'textDocument/hover', params: { textDocument: { uri }, position: range.end } },
  {
    method: 'textDocument/codeAction',
    params: { textDocument: { uri }, range, context: { diagnostics: [], only: ['source'], triggerKind: 2 } },
  },
  {
    method: 'codeAction/resolve',
    params: {
      title: 'x',
      data: { uri, version: 1, deed: { does: 'fix', fix: 'x', finding: { rule: 'blocking-sleep', start: 1, end: 2, message: 'x' } } },
    },
  },
  { method: 'workspace/didChangeConfiguration', params: { settings: null } },
  { method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: 'file:///work/pyproject.toml', type: 1 }] } },
  { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added: [], removed: [] } } },
  {
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities, workspaceFolders: [{ uri: 'file:///work', name: 'work' }] },
  },
  { method: 'initialized', params: {} },
  { method: '$/cancelRequest', params: { id: 1 } },
  { method: '$/setTrace', params: { value: 'verbose' } },
  { method: '$/progress', params: { token: 1, value: {} } },
  { method: '$/whatever', params: { a: 1 } },
  { method: 'textDocument/definition', params: { textDocument: { uri }, position: range.start } },
  { method: methods.page, params: { kind: 'rule', id: 'blocking-sleep' } },
  { method: methods.catalog, params: null },
  { method: methods.checkFile, params: { uri } },
  { method: methods.processId, params: null },
  { method: '', params: {} },
];

/** What stands where something else belongs. No numbers for `processId`: a server leaves when its client's process is gone. */
const junk: readonly unknown[] = [
  ...[null, true, '', 'x', '__proto__', 'constructor', 'file:///', 'file://host/x.py', '\ud800', 'a'.repeat(20_000), [], {}, [null]],
  ...[
    { uri: null },
    { line: {} },
    [[[[[[]]]]]],
    { toString: 1 },
    { start: { line: -1, character: 0.5 }, end: { line: 1e300, character: -0 } },
  ],
];
const numbers = [0, -1, 0.5, 1e300, 2 ** 53];

interface Spoilt {
  readonly what: number;
  readonly shape: 'request' | 'notification' | 'answer' | 'neither';
  /** Where to put which junk; each number chooses a way down. */
  readonly spoils: readonly { readonly way: readonly number[]; readonly junk: number }[];
}

const spoilt: fc.Arbitrary<Spoilt> = fc.record({
  what: fc.nat(decent.length - 1),
  shape: fc.constantFrom<Spoilt['shape'][]>('request', 'request', 'request', 'notification', 'answer', 'neither'),
  spoils: fc.array(fc.record({ way: fc.array(fc.nat(9), { maxLength: 4 }), junk: fc.nat(99) }), { maxLength: 3 }),
});

describe('the server on a stream', () => {
  it('answers every request, whatever stands in it, and goes on', async () => {
    let server = await initialized();
    let id = 0;
    await holds(fc.array(spoilt, { minLength: 1, maxLength: 20 }), { fewest: 20, seconds: 3 }, async (messages) => {
      if (server.exitCode !== undefined) server = await initialized();
      const asked: number[] = [];
      for (const one of messages) {
        id += 1;
        const { message, isRequest } = messageOf(one, id);
        if (isRequest) asked.push(id);
        server.send(message);
      }
      for (const request of asked) assertAnswer(await alive(server, server.answerTo(request)));
      await assertGoesOn(server);
    });
    await assertLeaves(server);
  });

  it('comes back after frames that are broken', async () => {
    let server = await initialized();
    await holds(
      fc.array(fc.oneof(brokenFrame, fc.constant(framed('{"jsonrpc":"2.0","method":"$/x"}'))), { minLength: 1, maxLength: 6 }),
      { fewest: 10, seconds: 2 },
      async (frames) => {
        if (server.exitCode !== undefined) server = await initialized();
        for (const frame of frames) server.write(frame);
        // The rest of a body that was announced too long, the end of a header that was not: then a frame can begin.
        for (let attempt = 0; attempt < 40; attempt += 1) {
          server.write(`${' '.repeat(attempt * 50)}\r\n\r\n`);
          await pause(5);
          const answer = await Promise.race([server.ask(methods.processId), pause(attempt < 39 ? 25 : 5000)]);
          if (answer !== undefined) return;
          assert.equal(server.exitCode, undefined, server.complaints);
        }
        assert.fail('it does not hear any more');
      },
    );
    await assertLeaves(server);
  });

  it('stays when a frame cannot be right, until its client leaves', async () => {
    const headers = ['Content-Length: -5', 'Content-Length: 99999999999999', 'Content-Length: 0x10'];
    const outcomes = headers.map(async (header) => {
      const server = await initialized();
      server.write(`${header}\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"shutdown"}`);
      server.write(framed('{}'));
      await pause(100);
      assert.equal(server.exitCode, undefined, `${header}: ${server.complaints}`);
      server.leave();
      assert.equal(await server.ended, 1, header);
    });
    await Promise.all(outcomes);
  });

  it('refuses everything before it is initialized', async () => {
    const server = started();
    for (const { method, params } of decent) {
      if (method === 'initialize') continue;
      server.send({ method, params });
      const { error } = await alive(server, server.ask(method, params));
      assert.equal(error?.code, notInitialized, method);
    }
    const answer = await alive(server, server.ask('initialize', { processId: null, rootUri: null, capabilities }));
    assert.ok(answer.result);
    await assertGoesOn(server);
    await assertLeaves(server);
  });

  it('says that it is not there yet to those who do not wait', async () => {
    const server = started();
    server.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } });
    server.send({ id: 2, method: 'textDocument/hover', params: {} });
    assert.equal((await alive(server, server.answerTo(2))).error?.code, notInitialized);
    assert.ok((await alive(server, server.answerTo(1))).result);
    assert.equal((await alive(server, server.ask('textDocument/none', {}))).error?.code, methodNotFound);
    await assertLeaves(server);
  });

  it('refuses everything after it is shut down', async () => {
    const server = await initialized();
    assert.deepEqual((await alive(server, server.ask('shutdown'))).result, null);
    for (const { method, params } of decent) {
      server.send({ method, params });
      const { error } = await alive(server, server.ask(method, params));
      assert.equal(error?.code, invalidRequest, method);
    }
    server.send({ method: 'exit' });
    assert.equal(await server.ended, 0, server.complaints);
  });

  it('ends without a word when its client leaves, and says whether that was in order', async () => {
    const early = started();
    early.send({ method: 'exit' });
    assert.equal(await early.ended, 1);
    const sudden = await initialized();
    sudden.leave();
    assert.equal(await sudden.ended, 1);
    const orderly = await initialized();
    await alive(orderly, orderly.ask('shutdown'));
    orderly.leave();
    assert.equal(await orderly.ended, 0);
    assert.equal(early.complaints + sudden.complaints + orderly.complaints, '');
  });
});

const brokenFrame = fc.oneof(
  fc.constantFrom(
    '\r\n\r\n',
    'x\r\n\r\n',
    ': \r\n\r\n',
    'Content-Length: \r\n\r\n',
    'Content-Length: x\r\n\r\n',
    'Content-Type: y\r\n\r\n',
    '\0\r\n\r\n',
  ),
  // A body that is as long as it says and is no message.
  fc
    .constantFrom(
      '',
      '{',
      'null',
      '5',
      '"x"',
      '[]',
      '[{"jsonrpc":"2.0","id":1,"method":"x"}]',
      '{}',
      '{"id":{}}',
      '\ufeff{}',
      '{"a":1}}',
      'Content-Length: 2',
    )
    .map(framed),
  // A body that is longer or shorter than it says.
  fc.tuple(fc.integer({ min: -30, max: 200 }), fc.constantFrom(...decent)).map(([difference, message]) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${String(Math.max(0, Buffer.byteLength(body) + difference))}\r\n\r\n${body}`;
  }),
  fc.uint8Array({ maxLength: 40 }),
);

function messageOf({ what, shape, spoils }: Spoilt, id: number): { readonly message: object; readonly isRequest: boolean } {
  const { method, params } = decent[what] ?? { method: '', params: {} };
  const spoiltParams = spoils.reduce<unknown>((value, spoil) => replaced(value, spoil.way, spoil.junk, ''), params);
  if (shape === 'request') return { message: { id, method, params: spoiltParams }, isRequest: true };
  if (shape === 'notification') return { message: { method, params: spoiltParams }, isRequest: false };
  return { message: shape === 'answer' ? { id, result: spoiltParams } : { id: spoiltParams, metod: method }, isRequest: false };
}

/** The value with junk somewhere in it. */
function replaced(value: unknown, way: readonly number[], which: number, name: string): unknown {
  const [step, ...rest] = way;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (step === undefined || keys.length === 0) {
    const choice: readonly unknown[] = name === 'processId' ? junk : [...junk, ...numbers];
    return choice[which % choice.length];
  }
  const key = keys[step % keys.length] ?? '';
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(
    ([each, inner]) => [each, each === key ? replaced(inner, rest, which, each) : inner] as const,
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function assertAnswer(answer: { readonly result?: unknown; readonly error?: { readonly code: number } }): void {
  assert.ok('result' in answer !== 'error' in answer, JSON.stringify(answer));
  if (answer.error) assert.ok(Number.isInteger(answer.error.code));
}

/** The server works as ever: it finds what there is in a file that nobody has touched. */
async function assertGoesOn(server: RawServer): Promise<void> {
  const fresh = `file:///work/fresh${String(server.received.length)}.py`;
  server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri: fresh, languageId: 'python', version: 1, text } } });
  const { result } = await alive(server, server.ask('textDocument/diagnostic', { textDocument: { uri: fresh } }));
  server.send({ method: 'textDocument/didClose', params: { textDocument: { uri: fresh } } });
  assert.deepEqual(
    (result as { items: { code: string }[] }).items.map(({ code }) => code),
    ['blocking-sleep'],
  );
}

async function assertLeaves(server: RawServer): Promise<void> {
  await alive(server, server.ask('shutdown'));
  server.send({ method: 'exit' });
  assert.equal(await server.ended, 0);
  assert.equal(server.complaints, '');
}

/** The answer, unless the server ends before it. */
async function alive<Answer>(server: RawServer, answer: Promise<Answer>): Promise<Answer> {
  const first = await Promise.race([answer, server.ended.then((code) => ({ ended: code }))]);
  if (typeof first === 'object' && first !== null && 'ended' in first)
    assert.fail(`the server ended with ${String(first.ended)}: ${server.complaints}`);
  return answer;
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}

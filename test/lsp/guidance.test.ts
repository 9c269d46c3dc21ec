import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { linkCommands, methods, pageOf, pagePath, ruleUrl, type Catalog } from '../../server/src/protocol';
import { fullCapabilities, marked, startClient, starter, workspace, type TestClient } from './support/client';

const uri = `${workspace}/app/orders.py`;

const { start: startWith, stop } = starter(startClient);
after(stop);

function start(initializationOptions: unknown = { commandLinks: true }, settings: Record<string, unknown> = {}): Promise<TestClient> {
  return startWith({ capabilities: fullCapabilities, initializationOptions, settings });
}

/** The hover at the `|` of a text. */
async function hoverAt(
  client: TestClient,
  source: string,
  file = uri,
  language = 'python',
): Promise<{ readonly text: string; readonly hover: Hover } | undefined> {
  const { text, position } = marked(source);
  await client.open(file, text, 1, language);
  const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: file }, position });
  return hover ? { text: (hover.contents as MarkupContent).value, hover } : undefined;
}

const blocking = 'import time\n\n\nasync def wait() -> None:\n    time.sl|eep(1)\n';

describe('hover', () => {
  it('explains a finding, with the two links that may run', async () => {
    const said = await hoverAt(await start(), blocking);
    assert.match(said?.text ?? '', /blocking-sleep · warning/);
    assert.ok(said?.text.includes(`command:${linkCommands.explainRule}?`));
    assert.ok(said?.text.includes(`command:${linkCommands.openTopic}?`));
    assert.deepEqual(said?.hover.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 14 } });
  });

  it('has only the web link where commands do not run', async () => {
    const said = await hoverAt(await start({}), blocking);
    assert.equal(said?.text.includes('command:'), false);
    assert.ok(said.text.includes(ruleUrl('blocking-sleep')));
  });

  it('explains a rule by its id in an ignore comment', async () => {
    const source = blocking.replace('sl|eep(1)', 'sleep(1)  # patterns: ignore[blocking-s|leep] start-up only');
    const said = await hoverAt(await start(), source);
    assert.match(said?.text ?? '', /blocking-sleep · warning/);
    assert.equal(said?.hover.range?.start.character, source.split('\n')[4]?.indexOf('blocking-s|leep'));
  });

  it('names the rule that was probably meant', async () => {
    const said = await hoverAt(await start(), 'x = 1  # patterns: ignore[blocking-slep|] why\n');
    assert.match(said?.text ?? '', /Did you mean `blocking-sleep`/);
  });

  it('explains a rule by its id in a project file', async () => {
    const source = '[tool.service-patterns.severity]\nblocking-sl|eep = "off"\n';
    const said = await hoverAt(await start(), source, `${workspace}/pyproject.toml`, 'toml');
    assert.match(said?.text ?? '', /blocking-sleep · /);
  });

  it('says nothing elsewhere, and nothing at all when it is off', async () => {
    assert.equal(await hoverAt(await start(), blocking.replace('sl|eep', 'sleep').replace('async def wa', 'async def wa|')), undefined);
    assert.equal(await hoverAt(await start({}, { hover: 'off' }), blocking), undefined);
  });

  it('tells how long calls of libraries wait, for whoever asks for that', async () => {
    const source =
      'import httpx\nimport requests\n\n\nasync def rate(client: httpx.AsyncClient, seconds: float) -> None:\n    await client.CALL("https://fx.example.com")\n\n\ndef load(url, seconds):\n    return requests.get(url, timeout=seconds)\n';
    const call = source.replace('CALL', 'g|et');
    const said = await hoverAt(await start(undefined, { hover: 'findingsAndApis' }), call);
    assert.match(
      said?.text ?? '',
      /`httpx\.AsyncClient\.get`.*Without `timeout` it waits as long as its client says, by default 5 seconds for each step\./,
    );
    assert.ok(said?.text.includes(`command:${linkCommands.openTopic}?`));
    assert.deepEqual(said?.hover.range, { start: { line: 5, character: 10 }, end: { line: 5, character: 20 } });
    const plain = await hoverAt(await start(undefined, { hover: 'findingsAndApis' }), source.replace('requests.get', 'requests.g|et'));
    assert.match(plain?.text ?? '', /Without `timeout` it waits for ever\. It holds its thread meanwhile\./);
    assert.equal(await hoverAt(await start(), call), undefined);
  });
});

describe('pages', () => {
  it('are there for every rule and topic that the catalog names, and link to one another', async () => {
    const { connection } = await start();
    const catalog = await connection.sendRequest<Catalog>(methods.catalog);
    assert.ok(catalog.rules.length > 0 && catalog.topics.length > 0);
    const pages = [
      ...catalog.rules.map(({ id }) => ({ kind: 'rule', id }) as const),
      ...catalog.topics.map(({ id }) => ({ kind: 'topic', id }) as const),
    ];
    const known = new Set(pages.map(({ kind, id }) => `${kind} ${id}`));
    for (const page of pages) {
      const text = await connection.sendRequest<string | null>(methods.page, page);
      assert.match(text ?? '', /^# /, page.id);
      for (const [, target = ''] of (text ?? '').matchAll(/\]\(\.\.\/\.\.(\/[^)]*)\)/g)) {
        const linked = pageOf(decodeURI(target));
        assert.ok(linked && known.has(`${linked.kind} ${linked.id}`), `${page.id} links to ${target}`);
      }
    }
  });

  it('are not there for anything else', async () => {
    const { connection } = await start();
    for (const page of [
      { kind: 'rule', id: '../../etc/passwd' },
      { kind: 'topic', id: 'constructor' },
      { kind: 'rule', id: 1 },
      undefined,
    ]) {
      assert.equal(await connection.sendRequest(methods.page, page), null);
    }
  });

  it('have a path that names them and reads well', () => {
    const path = pagePath({ kind: 'topic', id: 'event-loop' }, 'Sync or async? What/why: 100%');
    assert.equal(path, '/topic/event-loop/Sync or async What why 100.md');
    assert.deepEqual(pageOf(path), { kind: 'topic', id: 'event-loop' });
    assert.equal(pageOf('/somewhere/else.md'), undefined);
  });

  it('come with snippets that have a prefix of ours', async () => {
    const { connection } = await start();
    const { snippets } = await connection.sendRequest<Catalog>(methods.catalog);
    assert.ok(snippets.every(({ prefix, body }) => /^sp_\w+$/.test(prefix) && body.length > 0));
  });
});

/** Whatever stands in the files of a repository, what is shown of it is text: no link, no picture, no markup, no trick of direction. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CodeAction, Diagnostic, Hover, MarkupContent } from 'vscode-languageserver';
import { linkCommands, methods, ruleUrl } from '../../server/src/protocol';
import { rules } from '../../server/src/rules/index.generated';
import { topics } from '../../server/src/topics/index.generated';
import { runOn } from '../cli/memory';
import { assertShowable } from '../fuzz/support/checking';
import { holds } from '../fuzz/support/property';
import { configSamples, pythonSamples } from '../fuzz/support/samples';
import { fullCapabilities, startClient, workspace, type TestClient } from './support/client';

/** The packager shows Markdown too, and brings what reads it. */
interface Token {
  readonly type: string;
  readonly attrs: readonly (readonly [string, string])[] | null;
  readonly children: readonly Token[] | null;
}
const require = createRequire(join(process.cwd(), 'node_modules', '@vscode', 'vsce', 'package.json'));
const markdown = (require('markdown-it') as (options: object) => { parse(text: string, environment: object): readonly Token[] })({
  html: true,
  linkify: true,
});

const pieces = [
  ...[
    '[a](command:x)',
    '](command:_servicePatterns.explainRule?%5B%22x%22%5D)',
    '![x](http://evil.example/x.png)',
    '<http://evil.example>',
  ],
  ...[
    'http://evil.example',
    'www.evil.example',
    '[x]: http://evil.example',
    '<img src=x onerror=alert(1)>',
    '<a href="http://evil.example">',
    '<!--',
  ],
  ...[
    '`',
    '``',
    '```',
    '`` [x](http://evil.example) ``',
    '~~~',
    '```\n[x](http://evil.example)\n',
    '\n\n[x](http://evil.example)\n\n',
    '\n# x\n',
  ],
  ...[
    '$(alert)',
    '&lt;b&gt;',
    '&#x202e;',
    '**b**',
    '|',
    '\\',
    '\\`',
    '{callee}',
    '{x}',
    '%0A',
    '::error::',
    '\u001b[31m',
    '\u202e',
    '\u2066',
    '\u2028',
  ],
  ...[
    '\ufeff',
    '\u200b',
    '\0',
    '\r',
    '\t',
    '\ud83d',
    '😀',
    'é',
    'x'.repeat(10_000),
    "'",
    '"',
    ']',
    '] x',
    ', ',
    'blocking-sleep',
    '__proto__',
    'constructor',
  ],
];
const payload = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

describe('what is hostile in', () => {
  it('Python files is shown as text', async () => {
    const client = await started();
    const input = fc.record({ sample: fc.constantFrom(...pythonSamples), hostile: payload });
    await holds(input, { fewest: 100, seconds: 4 }, async ({ sample, hostile }) => {
      await assertHarmless(client, `${workspace}/app/module.py`, withStrings(sample.code, hostile), 'python');
    });
    await client.stop();
  });

  it('project files is shown as text', async () => {
    const client = await started();
    const input = fc.record({ sample: fc.constantFrom(...configSamples.map(({ code }) => code), ...settings), hostile: payload });
    await holds(input, { fewest: 50, seconds: 2 }, async ({ sample, hostile }) => {
      await assertHarmless(
        client,
        `${workspace}/pyproject.toml`,
        withStrings(sample, hostile).replaceAll('HOSTILE', JSON.stringify(hostile)),
        'toml',
      );
      await assertHarmless(client, `${workspace}/pyproject.toml`, `${sample}\n${hostile}`, 'toml');
    });
    await client.stop();
  });

  it('names and settings is shown as text', async () => {
    await holds(payload, { fewest: 20, seconds: 2 }, async (hostile) => {
      const project = settings.join('\n').replaceAll('HOSTILE', JSON.stringify(hostile));
      const client = await started(
        { [hostile]: 1, profile: hostile, severityOverrides: { [hostile]: hostile }, exclude: [hostile] },
        project,
      );
      for (const uri of [
        `${workspace}/${encodeURIComponent(hostile.replace(/\p{Cs}/gu, '?'))}.py`,
        `${workspace}/${hostile}.py`,
        `untitled:${hostile}`,
      ])
        await assertHarmless(client, uri, sleepy, 'python');
      for (const kind of ['rule', 'topic'])
        assert.equal(await client.connection.sendRequest(methods.page, { kind, id: hostile }), pageOf(kind, hostile));
      await client.stop();
    });
  });

  it('a repository is printed as text', async () => {
    await holds(
      fc.record({ sample: fc.constantFrom(...pythonSamples), hostile: payload }),
      { fewest: 10, seconds: 1 },
      async ({ sample, hostile }) => {
        const files = {
          '/work/a.py': withStrings(sample.code, hostile),
          [`/work/${hostile.replaceAll(/[/\0]/g, '')}.py`]: sleepy,
          '/work/pyproject.toml': settings.join('\n').replaceAll('HOSTILE', JSON.stringify(hostile)),
        };
        for (const format of ['full', 'concise'] as const) {
          const { out, err } = await runOn({ files }, 'check', '--output-format', format, '--color', 'never');
          assert.doesNotMatch(out + err, /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
      },
    );
  });
});

const sleepy = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';

/** Every setting that takes a text, and keys that nobody knows. */
const settings = [
  '[tool.service-patterns]\nHOSTILE = 1\nprofile = HOSTILE\nselect = [HOSTILE, "asyncio"]\nignore = [HOSTILE]\nexclude = [HOSTILE]\ntarget-version = HOSTILE\n',
  '[tool.service-patterns.severity]\nHOSTILE = "off"\nblocking-sleep = HOSTILE\n',
  '[tool.service-patterns.per-file-ignores]\nHOSTILE = [HOSTILE, "asyncio"]\n"*.pyx" = HOSTILE\n',
  '[tool.service-patterns.HOSTILE]\nHOSTILE = HOSTILE\n[project]\nname = HOSTILE\nrequires-python = HOSTILE\n',
  '[project.optional-dependencies]\ndev = [HOSTILE, "pytest"]\nHOSTILE = ["pytest"]\n[dependency-groups]\ndev = [HOSTILE]\n',
];

async function started(editor: Record<string, unknown> = { profile: 'all' }, project?: string): Promise<TestClient> {
  return startClient({
    capabilities: fullCapabilities,
    initializationOptions: { commandLinks: true, status: true, readFile: true },
    settings: editor,
    files: project === undefined ? {} : { [`${workspace}/pyproject.toml`]: project },
  });
}

/** The code with something hostile in its strings and its comments, as far as it fits there. */
function withStrings(code: string, hostile: string): string {
  const inString = hostile.replaceAll(/[\\"\r\n\0]/g, '');
  const inComment = hostile.replaceAll(/[\r\n]/g, ' ');
  return code
    .replaceAll(/(?<!")"[^"\n\\]*"(?!")/g, () => `"${inString}"`)
    .replaceAll(/ignore\[[^\]\n]*\]/g, () => `ignore[${inComment}, blocking-sleep]`)
    .replace(/\n/, () => `  # patterns: ignore[${inComment}]\n`);
}

/** Opens a document and looks at all that is shown of it. */
async function assertHarmless(client: TestClient, uri: string, text: string, language: string): Promise<void> {
  const textDocument = { uri };
  const { connection, statuses } = client;
  await client.open(uri, text, 1, language);
  const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
  for (const { message, relatedInformation = [] } of items)
    for (const said of [message, ...relatedInformation.map((one) => one.message)]) assertShowable(textOf(said));
  const codes = [...text.matchAll(/patterns: ignore\[|= \[?"|^\[/gm)]
    .slice(0, 5)
    .map((match) => placeOf(text, match.index + match[0].length));
  for (const position of [...items.slice(0, 5).map(({ range }) => range.start), ...codes]) {
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument, position });
    if (hover) assertMarkdown((hover.contents as MarkupContent).value);
  }
  const range = items[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  for (const { title } of actions) assertShowable(title);
  assertPlain(statuses.get(uri)?.detail ?? 'none');
  await connection.sendNotification('textDocument/didClose', { textDocument });
}

/** VS Code looks for links and icons in the details of its status items, and reads them as Markdown that it trusts. */
function assertPlain(detail: string): void {
  assert.doesNotMatch(detail, /\]\(|\$\(|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.ok(detail.length <= 210, 'too long');
  const types = markdown.parse(detail, {}).flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)]);
  const strange = types.filter((type) => !['paragraph_open', 'paragraph_close', 'inline', 'text', 'code_inline'].includes(type));
  assert.deepEqual(strange, [], detail);
}

function textOf(said: Diagnostic['message']): string {
  return typeof said === 'string' ? said : said.value;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Markdown in which nothing but our own links can be followed, and nothing is markup but what is ours. */
function assertMarkdown(text: string): void {
  const isOurs = new Set([...rules, ...topics].map(({ id }) => encodeURIComponent(JSON.stringify([id]))));
  for (const { type, attrs } of markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])])) {
    assert.ok(!['html_inline', 'html_block', 'image', 'heading_open', 'table_open'].includes(type), `${type} in ${text}`);
    if (type !== 'link_open') continue;
    const target = attrs?.find(([name]) => name === 'href')?.[1] ?? '';
    const [command = '', id = ''] = target.replace(/^command:/, '').split('?');
    const isCommand = Object.values<string>(linkCommands).includes(command) && isOurs.has(id);
    assert.ok(isCommand || rules.some(({ id: rule }) => target === ruleUrl(rule)), `a link to ${target} in ${text}`);
  }
  assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.ok(text.length < 4000, 'too long to show');
}

function pageOf(kind: string, id: string): null | undefined {
  const isKnown = kind === 'rule' ? rules.some((rule) => rule.id === id) : topics.some((topic) => topic.id === id);
  return isKnown ? undefined : null;
}

import * as vscode from 'vscode';
import { closeEverything, openFixture, openUntitled } from './support/documents';
import { expectDefined, expectIncludes } from './support/expect';
import { activated } from './support/extension';
import { untilOnly } from './support/findings';
import { until } from './support/until';

/** As much of VS Code's snippet file format as is read here. */
type SnippetFile = Readonly<Record<string, { readonly prefix: string; readonly body: string | readonly string[] }>>;

describe('guidance', () => {
  afterEach(closeEverything);

  it('explains a finding on hover, with links into the extension', async () => {
    const document = await openFixture('app/orders.py');
    const { range } = await untilOnly(document, 'blocking-sleep');
    const text = await hoverAt(document, range.start);
    expectIncludes(text, 'blocking-sleep', 'hover');
    expectIncludes(text, 'asyncio.sleep', 'hover');
    expectIncludes(text, 'command:_servicePatterns.explainRule', 'hover');
  });

  it('explains a rule on hover over its name in an ignore comment', async () => {
    const document = await openFixture('app/stock.py');
    await until(
      'hover over the ignore comment',
      () => hoverAt(document, document.positionAt(document.getText().indexOf('ignore[blocking-sleep]') + 10)),
      (text) => text.includes('blocking-sleep'),
    );
  });

  it('tells how long a call of a library waits, once somebody asks for that', async () => {
    const section = vscode.workspace.getConfiguration('servicePatterns');
    const document = await openFixture('shop/prices.py');
    try {
      await section.update('hover', 'findingsAndApis', vscode.ConfigurationTarget.Global);
      await until(
        'hover over a call',
        () => hoverAt(document, document.positionAt(document.getText().indexOf('requests.get') + 10)),
        (text) => text.includes('waits for ever'),
      );
    } finally {
      await section.update('hover', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("opens a topic in VS Code's own Markdown preview", async () => {
    await vscode.commands.executeCommand('servicePatterns.openTopic', 'event-loop');
    const tab = await openPreview();
    expectIncludes(tab.label.toLowerCase(), 'event loop', 'label of the tab');
  });

  it('opens the page of a rule from a hover link', async () => {
    await vscode.commands.executeCommand('_servicePatterns.explainRule', 'blocking-sleep');
    await openPreview();
  });

  it('inserts a pattern snippet', async () => {
    const [first] = await snippets();
    const { prefix, body } = expectDefined(first, 'a snippet');
    const document = await openUntitled('');
    await vscode.commands.executeCommand('servicePatterns.insertPattern', prefix);
    const text = await until(
      'the inserted snippet',
      () => document.getText(),
      (inserted) => inserted !== '',
    );
    expectIncludes(text, firstPlainLine(body), `text of ${prefix}`);
  });
});

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const parts = hovers.flatMap((hover) => hover.contents);
  return parts.map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n');
}

async function openPreview(): Promise<vscode.Tab> {
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const preview = () => tabs().find(isMarkdownPreview);
  return expectDefined(await until('a Markdown preview', preview, (tab) => tab !== undefined), 'a Markdown preview');
}

/** VS Code puts a prefix of its own before the type that the Markdown extension gave its webview. */
function isMarkdownPreview({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.includes('markdown.preview');
}

async function snippets(): Promise<SnippetFile[string][]> {
  const { extensionUri } = await activated();
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'snippets', 'python.json'));
  return Object.values(JSON.parse(new TextDecoder().decode(bytes)) as SnippetFile);
}

/** The first line of a body that has no placeholder, which is the same before and after it is inserted. */
function firstPlainLine(body: string | readonly string[]): string {
  const lines = typeof body === 'string' ? body.split('\n') : body;
  return expectDefined(
    lines.find((line) => line.trim() !== '' && !/[$\\\t]/.test(line)),
    'a line without a placeholder',
  );
}

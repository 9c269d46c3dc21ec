import * as vscode from 'vscode';
import { closeEverything, openFixture } from './support/documents';
import { expectDefined, expectEqual, expectIncludes } from './support/expect';
import { untilFindings, untilOnly } from './support/findings';
import { until } from './support/until';

const viaHelper = 'blocking-call-via-helper';

describe('a project', () => {
  afterEach(closeEverything);

  it('shows a chain through a file that is not open, with its places', async () => {
    const document = await openFixture('shop/main.py');
    const { message, relatedInformation, range } = await untilOnly(document, viaHelper);
    expectIncludes(message, '`show_item`', 'message');
    expectIncludes(document.getText(range), 'fetch_price', 'underlined text');
    const places = (relatedInformation ?? []).map(({ location }) => `${name(location.uri)}:${String(location.range.start.line + 1)}`);
    expectEqual(places.includes('prices.py:5'), true, `the call that blocks among ${places.join()}`);
  });

  it('goes by what is typed in the other file', async () => {
    const document = await openFixture('shop/main.py');
    await untilOnly(document, viaHelper);
    // Beside, since VS Code asks for the findings of what it shows.
    const helper = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(document.uri, '../prices.py'));
    await vscode.window.showTextDocument(helper, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    const call = 'requests.get(f"https://prices.example.com/items/{item_id}", timeout=5)';
    await replace(helper, call, 'free(item_id)');
    await untilFindings(document);
    await replace(helper, 'free(item_id)', call);
    await untilOnly(document, viaHelper);
  });

  it('is checked as a whole by a command, and whether a file is open or closed then, it has its findings once', async () => {
    await vscode.commands.executeCommand('servicePatterns.checkWorkspace');
    const uri = inWorkspace('shop/stock.py');
    await untilCount(uri, (count) => count > 0);
    // As a person opens it: a document that an extension opens stays open for minutes when its tab is closed.
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = expectDefined(vscode.window.activeTextEditor, 'the editor of a file').document;
    await untilOnly(document, 'blocking-sleep');
    await closeEverything();
    await until(
      'the closed document',
      () => document.isClosed,
      (isClosed) => isClosed,
    );
    await untilCount(uri, (count) => count === 1);
  });

  it('has its results again from another server, until they are cleared', async () => {
    const uri = inWorkspace('shop/stock.py');
    await vscode.commands.executeCommand('servicePatterns.checkWorkspace');
    await untilCount(uri, (count) => count === 1);
    await vscode.commands.executeCommand('servicePatterns.restart');
    await untilCount(uri, (count) => count === 1);
    await vscode.commands.executeCommand('servicePatterns.clearResults');
    await untilCount(uri, (count) => count === 0);
  });
});

function inWorkspace(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.Uri.joinPath(expectDefined(folder, 'a workspace folder').uri, path);
}

/** Waits for as many findings of a file that is not open as are wanted. */
async function untilCount(uri: vscode.Uri, isWanted: (count: number) => boolean): Promise<void> {
  await until('the findings of a closed file', () => vscode.languages.getDiagnostics(uri).length, isWanted);
}

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const start = document.getText().indexOf(text);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + text.length)), by);
  await vscode.workspace.applyEdit(edit);
}

function name({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

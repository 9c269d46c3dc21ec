import * as vscode from 'vscode';
import { closeEverything, openFixture, undoTo } from './support/documents';
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
    const helper = await openFixture('shop/prices.py');
    const before = helper.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(helper.uri, new vscode.Range(4, 0, 5, helper.lineAt(5).text.length), '    return 1.0 * item_id');
    await vscode.workspace.applyEdit(edit);
    await untilFindings(document);
    await undoTo(helper, before);
    await untilOnly(document, viaHelper);
  });

  it('is checked as a whole by a command, and what is opened then has its findings once', async () => {
    await vscode.commands.executeCommand('servicePatterns.checkWorkspace');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const uri = vscode.Uri.joinPath(expectDefined(folder, 'a workspace folder').uri, 'app/orders.py');
    await until(
      'the findings of a closed file',
      () => vscode.languages.getDiagnostics(uri).length,
      (count) => count > 0,
    );
    await untilOnly(await openFixture('app/orders.py'), 'blocking-sleep');
  });
});

function name({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

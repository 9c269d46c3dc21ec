import * as vscode from 'vscode';
import { closeEverything, openFixture, openUntitled } from './support/documents';
import { expectDefined, expectEqual, expectIncludes } from './support/expect';
import { untilFindings, untilOnly } from './support/findings';

const blockingText = `import time


async def pause() -> None:
    time.sleep(1)
`;

describe('find', () => {
  afterEach(closeEverything);

  it('underlines a blocking call in a file of the workspace', async () => {
    const document = await openFixture('app/orders.py');
    const diagnostic = await untilOnly(document, 'blocking-sleep');
    expectEqual(diagnostic.severity, vscode.DiagnosticSeverity.Warning, 'severity');
    expectEqual(diagnostic.range.start.line, 6, 'line');
    expectIncludes(document.getText(diagnostic.range), 'time.sleep', 'underlined text');
    expectIncludes(diagnostic.message, '`wait_for_order`', 'message');
  });

  it('links the page of the rule', async () => {
    const { code } = await untilOnly(await openFixture('app/orders.py'), 'blocking-sleep');
    expectIncludes(typeof code === 'object' ? code.target.toString() : '', 'blocking-sleep', 'link of the code');
  });

  it('says where the async function starts', async () => {
    const { relatedInformation } = await untilOnly(await openFixture('app/orders.py'), 'blocking-sleep');
    const [related] = relatedInformation ?? [];
    expectEqual(expectDefined(related, 'related information').location.range.start.line, 5, 'line of the function');
  });

  it('follows what is typed', async () => {
    const document = await openFixture('app/orders.py');
    await untilOnly(document, 'blocking-sleep');
    const edit = new vscode.WorkspaceEdit();
    // The letters before the call take more bytes than UTF-16 units: a column counted in bytes would be off.
    edit.insert(document.uri, new vscode.Position(6, 4), 'name = "🐍é"; ');
    await vscode.workspace.applyEdit(edit);
    await vscode.workspace.applyEdit(typed(document, 'async def again() -> None:\n    time.sleep(2)\n'));
    const findings = await untilFindings(document, 'blocking-sleep', 'blocking-sleep');
    for (const { diagnostic } of findings) {
      expectIncludes(document.getText(diagnostic.range), 'time.sleep', 'underlined text');
    }
  });

  it('works in a file that was never saved', async () => {
    const document = await openUntitled(blockingText);
    await untilOnly(document, 'blocking-sleep');
  });
});

function typed(document: vscode.TextDocument, text: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, `\n\n${text}`);
  return edit;
}

import * as vscode from 'vscode';
import { closeEverything, openFixture, undoTo, untilText } from './support/documents';
import { expectEqual } from './support/expect';
import { actionsAt, applyAction, untilFindings, untilOnly } from './support/findings';

const fixTitle = 'Replace with await asyncio.sleep (blocking-sleep, review)';

describe('fix', () => {
  afterEach(closeEverything);

  it('replaces a blocking sleep from the light bulb, and undo brings it back', async () => {
    const document = await openFixture('app/orders.py');
    const before = document.getText();
    const action = await applyAction(document, await untilOnly(document, 'blocking-sleep'), fixTitle);
    expectEqual(action.isPreferred ?? false, false, 'preferred');
    expectEqual(document.getText(), fixed(before), 'text after the fix');
    await untilFindings(document);
    await undoTo(document, before);
    await untilOnly(document, 'blocking-sleep');
  });

  it('offers to ignore a finding after every way to fix it', async () => {
    const document = await openFixture('app/orders.py');
    const { range } = await untilOnly(document, 'blocking-sleep');
    const offered = await actionsAt(document, range, vscode.CodeActionKind.QuickFix);
    const titles = offered.map((action) => action.title).filter((title) => title.includes('blocking-sleep'));
    const kinds = titles.map((title) => (/^(?:Ignore|Turn off) /.test(title) ? 'ignore' : 'other'));
    expectEqual(kinds.includes('ignore') && titles.includes(fixTitle), true, `both kinds in ${titles.join(' | ')}`);
    expectEqual(kinds, [...kinds].sort().reverse(), `ignores at the end of ${titles.join(' | ')}`);
  });

  it('ignores a finding by a comment', async () => {
    const document = await openFixture('app/orders.py');
    const before = document.getText();
    await applyAction(document, await untilOnly(document, 'blocking-sleep'), 'Ignore blocking-sleep on this line');
    const after = before.replace('time.sleep(seconds)', 'time.sleep(seconds)  # patterns: ignore[blocking-sleep]');
    expectEqual(document.getText(), after, 'text with the comment');
    await untilFindings(document);
    await undoTo(document, before);
    await untilOnly(document, 'blocking-sleep');
  });

  it('applies safe fixes, and only those, to the whole file', async () => {
    const document = await openFixture('app/stock.py');
    const before = document.getText();
    await untilFindings(document, 'blocking-sleep', 'unused-ignore');
    // The way that VS Code itself goes for "editor.codeActionsOnSave".
    await vscode.commands.executeCommand('editor.action.sourceAction', {
      kind: 'source.fixAll.servicePatterns',
      apply: 'first',
    });
    await untilText(document, withoutIgnore(before));
    await untilOnly(document, 'blocking-sleep');
    await undoTo(document, before);
  });

  it('applies the same safe fixes by its command', async () => {
    const document = await openFixture('app/stock.py');
    const before = document.getText();
    await untilFindings(document, 'blocking-sleep', 'unused-ignore');
    await vscode.commands.executeCommand('servicePatterns.fixAllSafe');
    await untilText(document, withoutIgnore(before));
  });
});

function fixed(text: string): string {
  return text
    .replace('import time\n', 'import asyncio\nimport time\n')
    .replace('    time.sleep(seconds)', '    await asyncio.sleep(seconds)');
}

function withoutIgnore(text: string): string {
  return text.replace('  # patterns: ignore[blocking-sleep] nothing sleeps here any more', '');
}

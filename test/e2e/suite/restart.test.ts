import * as vscode from 'vscode';
import { closeEverything, openFixture } from './support/documents';
import { untilOnly } from './support/findings';

describe('restart', () => {
  afterEach(closeEverything);

  it('goes on with the files that are open', async () => {
    const document = await openFixture('app/orders.py');
    await untilOnly(document, 'blocking-sleep');
    await vscode.commands.executeCommand('servicePatterns.restart');
    await untilOnly(document, 'blocking-sleep');
    await untilOnly(await openFixture('app/again.py'), 'blocking-sleep');
  });
});

import * as vscode from 'vscode';
import { closeEverything, openFixture } from './support/documents';
import { untilFindings, untilOnly } from './support/findings';

describe('settings', () => {
  afterEach(async () => {
    await overrideSeverities(undefined);
    await closeEverything();
  });

  it('turns a rule off and on again while the file stays open', async () => {
    const document = await openFixture('app/orders.py');
    await untilOnly(document, 'blocking-sleep');
    await overrideSeverities({ 'blocking-sleep': 'off' });
    await untilFindings(document);
    await overrideSeverities(undefined);
    await untilOnly(document, 'blocking-sleep');
  });
});

async function overrideSeverities(overrides: Readonly<Record<string, string>> | undefined): Promise<void> {
  const section = vscode.workspace.getConfiguration('servicePatterns');
  await section.update('severityOverrides', overrides, vscode.ConfigurationTarget.Global);
}

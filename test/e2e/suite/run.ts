/// <reference types="mocha" />
import * as vscode from 'vscode';
import { closeEverything, openFixture } from './support/documents';
import { activated } from './support/extension';
import { untilOnly } from './support/findings';

/** Every wait inside a test has a limit of its own, which says more than mocha's would. */
const testLimit = 60_000;

export const mochaOptions = { ui: 'bdd', reporter: 'spec', color: false, timeout: testLimit } as const;

/** Loads the tests into mocha, runs them, and fails if one of them fails. */
export async function runSuite(mocha: Mocha, load: () => Promise<unknown>): Promise<void> {
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  // Where nothing is found, every test would wait in vain. A failure here ends the run at once.
  mocha.suite.beforeAll('the extension is active and finds something', async () => {
    await activated();
    await untilOnly(await openFixture('app/orders.py'), 'blocking-sleep');
    await closeEverything();
  });
  console.log(`VS Code ${vscode.version}, ${vscode.env.appName} (${vscode.env.appHost})`);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${String(failures)} tests failed`);
}

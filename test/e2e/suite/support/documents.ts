import * as vscode from 'vscode';
import { expectDefined } from './expect';
import { until } from './until';

/** Opens a file of the fixture workspace in an editor that has the focus. */
export async function openFixture(path: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const root = expectDefined(folder, 'a workspace folder').uri;
  return show(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path)));
}

export async function openUntitled(content: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language: 'python', content }));
}

/** Takes back one edit, as Ctrl+Z does, and waits for the text of before. */
export async function undoTo(document: vscode.TextDocument, before: string): Promise<void> {
  await vscode.commands.executeCommand('undo');
  await untilText(document, before);
}

export async function untilText(document: vscode.TextDocument, expected: string): Promise<void> {
  await until(
    `the text of ${document.uri.path}`,
    () => document.getText(),
    (text) => text === expected,
  );
}

/** Closes every tab and throws away what was changed, so that no test begins where another one ended. */
export async function closeEverything(): Promise<void> {
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  for (let left = tabs().length; left > 0; left -= 1) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await until(
    'tabs left open',
    () => tabs().map((tab) => tab.label),
    (labels) => labels.length === 0,
  );
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

import * as vscode from 'vscode';
import { actionKinds } from '../../../server/src/protocol';

/** Applies the fixes that keep behaviour, to the whole file of the active editor, as one edit. */
export async function fixAllSafe(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    actionKinds.fixAll,
    1,
  );
  const edit = actions.find(({ kind }) => kind?.value === actionKinds.fixAll)?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else vscode.window.setStatusBarMessage('No safe fixes in this file', 3000);
}

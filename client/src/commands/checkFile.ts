import * as vscode from 'vscode';
import type { Server } from '../server';

/** Checks the file of the active editor now, also where settings say `onSave` or `manual`. */
export async function checkFile(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await server.checkFile(document.uri);
}

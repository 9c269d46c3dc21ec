/** The findings that VS Code shows for a document, from this extension and no other. */
import * as vscode from 'vscode';
import { diagnosticSource } from '../../server/src/protocol';

/** A finding as VS Code has it. */
export interface ShownFinding {
  readonly rule: string;
  readonly message: string;
  readonly range: vscode.Range;
}

/** Those of one document. */
export function findingsIn(document: vscode.TextDocument): readonly ShownFinding[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === diagnosticSource)
    .map(({ code, message, range }) => ({ rule: String(typeof code === 'object' ? code.value : code), message, range }));
}

/** How many findings each rule has in the active editor. */
export function countsInActiveEditor(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const document = vscode.window.activeTextEditor?.document;
  for (const { rule } of document ? findingsIn(document) : []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

import * as vscode from 'vscode';
import { expectDefined, shown } from './expect';
import { until } from './until';

export interface ShownFinding {
  readonly rule: string;
  readonly diagnostic: vscode.Diagnostic;
}

/** What VS Code shows for a document from this extension, and from no other. */
export function findingsIn(document: vscode.TextDocument): readonly ShownFinding[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'service-patterns')
    .map((diagnostic) => ({ rule: ruleOf(diagnostic), diagnostic }));
}

/** Waits until the rules that report on a document are exactly these, in whatever order. */
export async function untilFindings(document: vscode.TextDocument, ...rules: string[]): Promise<readonly ShownFinding[]> {
  const expected = shown([...rules].sort());
  const named = () =>
    findingsIn(document)
      .map((finding) => finding.rule)
      .sort();
  await until(`the rules that report in ${document.uri.path}`, named, (found) => shown(found) === expected);
  return findingsIn(document);
}

/** Waits until a document has one finding, by this rule. */
export async function untilOnly(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  const [finding] = await untilFindings(document, rule);
  return expectDefined(finding, rule).diagnostic;
}

/** What the light bulb offers at a range, with the edits worked out. */
export async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const howManyToResolve = 50;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    howManyToResolve,
  );
}

/** Takes the action of this title, as a click on it would. */
export async function applyAction(document: vscode.TextDocument, { range }: vscode.Diagnostic, title: string): Promise<vscode.CodeAction> {
  const offered = await actionsAt(document, range, vscode.CodeActionKind.QuickFix);
  const titles = shown(offered.map((action) => action.title));
  const action = expectDefined(
    offered.find((candidate) => candidate.title === title),
    `an action "${title}" among ${titles}`,
  );
  await vscode.workspace.applyEdit(expectDefined(action.edit, `the edit of "${title}"`));
  return action;
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

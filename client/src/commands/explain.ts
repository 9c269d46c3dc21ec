import * as vscode from 'vscode';
import { findingsIn, type ShownFinding } from '../findings';
import type { Pages } from '../pages';
import type { Server } from '../server';

/** Opens the page of the rule that reports at the cursor: the keyboard's way to what the hover shows. */
export async function explain(server: Server, pages: Pages): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const finding = await chosen(nearest(findingsIn(editor.document), editor.selection.active));
  if (!finding) return;
  const rule = (await server.catalog()).rules.find(({ id }) => id === finding.rule);
  if (rule) await pages.open({ kind: 'rule', id: rule.id }, rule.title);
}

/** The findings at the position, else those on its line. */
function nearest(findings: readonly ShownFinding[], position: vscode.Position): readonly ShownFinding[] {
  const here = findings.filter(({ range }) => range.contains(position));
  return here.length > 0 ? here : findings.filter(({ range }) => range.start.line <= position.line && position.line <= range.end.line);
}

async function chosen(findings: readonly ShownFinding[]): Promise<ShownFinding | undefined> {
  if (findings.length === 0) vscode.window.setStatusBarMessage('No finding at the cursor', 3000);
  if (findings.length <= 1) return findings[0];
  const items = findings.map((finding) => ({ label: finding.rule, description: finding.message, finding }));
  return (await vscode.window.showQuickPick(items, { title: 'Explain Finding', matchOnDescription: true }))?.finding;
}

import * as vscode from 'vscode';
import type { SnippetSummary } from '../../../server/src/protocol';
import type { Server } from '../server';

/** Inserts a snippet at the cursor: the one of the prefix given, else the one that is picked by what it is for. */
export async function insertPattern(server: Server, prefix: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { snippets } = await server.catalog();
  const snippet = typeof prefix === 'string' ? snippets.find((known) => known.prefix === prefix) : await pickSnippet(snippets);
  if (snippet) await editor.insertSnippet(new vscode.SnippetString(snippet.body));
}

async function pickSnippet(snippets: readonly SnippetSummary[]): Promise<SnippetSummary | undefined> {
  const items = snippets.map((snippet) => ({ label: snippet.title, description: snippet.prefix, detail: snippet.description, snippet }));
  const options = {
    title: 'Insert Pattern Snippet',
    placeHolder: 'Type what you want to do',
    matchOnDescription: true,
    matchOnDetail: true,
  };
  return (await vscode.window.showQuickPick(items, options))?.snippet;
}

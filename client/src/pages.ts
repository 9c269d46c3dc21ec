/**
 * Pages of rules and topics: virtual documents that VS Code's own Markdown preview shows.
 *
 * Invariants: the texts come from the server and nowhere else; nothing is opened that the catalog does not name, whoever
 * asks, because links in hovers carry arguments.
 */
import * as vscode from 'vscode';
import { pageOf, pagePath, pageScheme } from '../../server/src/protocol';
import type { PageParams } from '../../server/src/protocol';
import type { Server } from './server';

/** Pages of rules and topics, in the editor. */
export interface Pages {
  dispose(): void;
  /** Shows a page in the Markdown preview. */
  open(page: PageParams, title: string): Promise<void>;
  /** Shows the page of an id that somebody else gave; does nothing for ids that are unknown. */
  openKnown(kind: PageParams['kind'], id: unknown): Promise<void>;
}

/** Pages whose texts the server gives. */
export function createPages(server: Server, log: vscode.LogOutputChannel): Pages {
  const provider = vscode.workspace.registerTextDocumentContentProvider(pageScheme, {
    provideTextDocumentContent: (uri) => textOf(server, uri),
  });
  const open = async (page: PageParams, title: string): Promise<void> => {
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: pageScheme, path: pagePath(page, title) }));
  };
  return {
    open,
    openKnown: async (kind, id) => {
      const { rules, topics } = await server.catalog();
      const known = kind === 'rule' ? rules.find((rule) => rule.id === id) : topics.find((topic) => topic.id === id);
      if (known) return open({ kind, id: known.id }, known.title);
      log.warn(`A link asked for a ${kind} that there is none of.`);
    },
    dispose: () => {
      provider.dispose();
    },
  };
}

async function textOf(server: Server, uri: vscode.Uri): Promise<string> {
  const page = pageOf(uri.path);
  const text = page && (await server.page(page));
  return text ?? '# Not found\n\nThis version has no such page.\n';
}

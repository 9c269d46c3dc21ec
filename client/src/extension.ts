/**
 * What VS Code starts: puts the parts together, and holds no logic of its own.
 *
 * Invariant: nothing here knows whether the extension runs on a desktop or in a browser; the two entries bring the client.
 */
import * as vscode from 'vscode';
import { linkCommands, statusCommands } from '../../server/src/protocol';
import { browseRules } from './commands/browseRules';
import { checkFile } from './commands/checkFile';
import { createWorkspaceCheck, type WorkspaceCheck } from './commands/checkWorkspace';
import { explain } from './commands/explain';
import { fixAllSafe } from './commands/fixAllSafe';
import type { CommandId } from './commands/index';
import { insertPattern } from './commands/insertPattern';
import { openTopic } from './commands/openTopic';
import { createPages, type Pages } from './pages';
import { createServer, type CreateClient, type Server } from './server';
import { showStatus } from './status';

/** What `activate` gives to other extensions and to tests. */
export interface ExtensionApi {
  /** The process that the language server runs in; undefined where it runs in a web worker. */
  serverPid(): Promise<number | undefined>;
}

type Handler = (argument?: unknown) => unknown;

/** Starts the server and registers what belongs to it. */
export function activateExtension(context: vscode.ExtensionContext, createClient: CreateClient): ExtensionApi {
  const log = vscode.window.createOutputChannel('Service Patterns', { log: true });
  const server = createServer(createClient, log, context.storageUri);
  const status = showStatus(server);
  const workspaceCheck = createWorkspaceCheck(server, (outcome) => status.showOutcome(outcome));
  const pages = createPages(server, log);
  context.subscriptions.push(server, status, workspaceCheck, pages, ...registerCommands(server, pages, workspaceCheck, log), log);
  // Not awaited: VS Code counts the time, and every command waits for the server by itself.
  void server.start();
  return { serverPid: () => server.processId() };
}

function registerCommands(
  server: Server,
  pages: Pages,
  workspaceCheck: WorkspaceCheck,
  log: vscode.LogOutputChannel,
): readonly vscode.Disposable[] {
  const handlers: Readonly<Record<CommandId, Handler>> = {
    'servicePatterns.checkFile': () => checkFile(server),
    'servicePatterns.checkWorkspace': () => workspaceCheck.run(),
    'servicePatterns.clearResults': () => workspaceCheck.clear(),
    'servicePatterns.fixAllSafe': fixAllSafe,
    'servicePatterns.explain': () => explain(server, pages),
    'servicePatterns.openTopic': (id) => openTopic(server, pages, id),
    'servicePatterns.browseRules': () => browseRules(server, pages),
    'servicePatterns.insertPattern': (prefix) => insertPattern(server, prefix),
    'servicePatterns.restart': () => server.start(),
    'servicePatterns.showLog': () => log.show(),
  };
  const internal: Readonly<Record<string, Handler>> = {
    [linkCommands.explainRule]: (id) => pages.openKnown('rule', id),
    [linkCommands.openTopic]: (id) => pages.openKnown('topic', id),
    [statusCommands.cancelIndexing]: () => server.cancelIndexing(),
    [statusCommands.readWorkspace]: () => server.readWorkspace(),
    [statusCommands.cancelCheck]: () => workspaceCheck.cancel(),
  };
  return Object.entries({ ...handlers, ...internal }).map(([id, handler]) => vscode.commands.registerCommand(id, handler));
}

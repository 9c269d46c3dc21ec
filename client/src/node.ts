/** The entry on the desktop and in remote windows: the server runs in a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type ExtensionApi } from './extension';

/** Called by VS Code on the desktop. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath('dist/node/server.js');
  return activateExtension(context, (options, initializationOptions) =>
    Promise.resolve(
      new LanguageClient(
        'servicePatterns',
        'Service Patterns',
        { module, transport: TransportKind.ipc },
        { ...options, initializationOptions },
      ),
    ),
  );
}

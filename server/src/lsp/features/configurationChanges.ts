/** Takes note when settings or project files change, and has everything checked again that is open. */
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { projectFileNames } from '../../protocol';
import type { Feature } from '../feature';

export const configurationChanges: Feature = {
  capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
  register: ({ connection, guard, client, configuration, outdated }) => {
    const editorChanged = (): void => {
      configuration.editorChanged();
      outdated.fire();
    };
    connection.onDidChangeConfiguration(guard.notification('workspace/didChangeConfiguration', editorChanged));
    connection.onDidChangeWatchedFiles(
      guard.notification('workspace/didChangeWatchedFiles', () => {
        configuration.filesChanged();
        outdated.fire();
      }),
    );
    connection.onInitialized(
      guard.notification('initialized', async () => {
        const { workspace } = client;
        if (workspace?.workspaceFolders)
          connection.workspace.onDidChangeWorkspaceFolders(guard.notification('workspace/didChangeWorkspaceFolders', editorChanged));
        if (workspace?.didChangeConfiguration?.dynamicRegistration)
          await connection.client.register(DidChangeConfigurationNotification.type, { section: 'servicePatterns' });
        if (!workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
        const watchers = projectFileNames.map((name) => ({ globPattern: `**/${name}` }));
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }),
    );
  },
};

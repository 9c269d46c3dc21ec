/**
 * Takes note when settings or files change, has everything checked again that is open and that it may concern, and begins
 * to read the workspace when the client is ready.
 */
import type { FileEvent } from 'vscode-languageserver';
import { methods, projectFileNames, sourceName } from '../../protocol';
import type { Feature } from '../feature';
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from '../library';
import type { Session } from '../session';
import { fileName } from '../uris';

export const configurationChanges: Feature = {
  capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
  register: (session) => {
    const { connection, guard, client, configuration, outdated, index, closed } = session;
    const readWorkspace = guard.notification('workspace index', () => index.refresh());
    const editorChanged = (): void => {
      configuration.editorChanged();
      outdated.fire();
      readWorkspace();
    };
    const filesChanged = ({ changes }: { readonly changes: readonly FileEvent[] }): void => {
      const rest = changes.filter(({ uri }) => !isConfiguration(uri));
      if (rest.length < changes.length) {
        configuration.filesChanged();
        outdated.fire();
        readWorkspace();
      }
      for (const { uri, type } of rest) if (type === FileChangeType.Deleted) void closed.clear(uri);
      const touched = rest.filter(({ uri, type }) => type === FileChangeType.Deleted || sourceName.test(uri)).map(({ uri }) => uri);
      if (touched.length > 0) index.touched(touched);
    };
    connection.onDidChangeConfiguration(guard.notification('workspace/didChangeConfiguration', editorChanged));
    connection.onDidChangeWatchedFiles(guard.notification('workspace/didChangeWatchedFiles', filesChanged));
    connection.onNotification(methods.readWorkspace, readWorkspace);
    connection.onInitialized(
      guard.notification('initialized', async () => {
        if (client.workspace?.workspaceFolders)
          connection.workspace.onDidChangeWorkspaceFolders(guard.notification('workspace/didChangeWorkspaceFolders', editorChanged));
        try {
          await register(session);
        } finally {
          // Last, because VS Code tells of settings as soon as it is asked to, and that is a reason to read all files, too.
          readWorkspace();
        }
      }),
    );
  },
};

/** Has the client tell of settings and of files. */
async function register({ connection, client: { workspace } }: Session): Promise<void> {
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'servicePatterns' });
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Files that say how others are read. A watcher of all deletions, because a folder goes without a word on what was in it. */
const watchers = [
  ...[...projectFileNames, '.gitignore', '*.{py,pyi}'].map((name) => ({ globPattern: `**/${name}` })),
  { globPattern: '**/*', kind: WatchKind.Delete },
];

const configurationNames: ReadonlySet<string> = new Set([...projectFileNames, '.gitignore']);

function isConfiguration(uri: string): boolean {
  return configurationNames.has(fileName(uri));
}

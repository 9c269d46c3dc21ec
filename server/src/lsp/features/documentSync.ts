/** Keeps the documents in step with the client's. Whoever wants to act on a change listens by itself. */
import type { Feature } from '../feature';
import { TextDocumentSyncKind } from '../library';

export const documentSync: Feature = {
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  },
  register: ({ connection, guard, documents, configuration, forget, changed, outdated, index }) => {
    const readWorkspace = guard.notification('workspace index', () => index.refresh());
    connection.onDidOpenTextDocument(
      guard.notification('textDocument/didOpen', ({ textDocument }) => {
        if (documents.open(textDocument)) changed.fire(textDocument.uri);
      }),
    );
    connection.onDidChangeTextDocument(
      guard.notification('textDocument/didChange', (params) => {
        documents.change(params);
        changed.fire(params.textDocument.uri);
      }),
    );
    connection.onDidSaveTextDocument(
      guard.notification('textDocument/didSave', ({ textDocument: { uri } }) => {
        const document = documents.get(uri);
        if (!document) return;
        // Clients that watch no files still tell when one is saved in them.
        documents.note(uri, 'save');
        changed.fire(uri);
        if (document.kind !== 'config') {
          index.touched([uri]);
          return;
        }
        configuration.filesChanged();
        outdated.fire();
        readWorkspace();
      }),
    );
    connection.onDidCloseTextDocument(
      guard.notification('textDocument/didClose', ({ textDocument: { uri } }) => {
        documents.close(uri);
        forget(uri);
        changed.fire(uri);
      }),
    );
  },
};

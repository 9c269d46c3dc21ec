/**
 * The values of the library that the server is written with, imported in this place alone: each file that imports them from the
 * package has several hundred names copied at the start. Types cost nothing, and come from the package itself.
 */
export {
  CancellationToken,
  CodeActionTriggerKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  Emitter,
  ErrorCodes,
  FileChangeType,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';

/**
 * Answers clients that ask for findings.
 *
 * Invariant: an answer has an id made from its content, so that a client that has it already is told "unchanged", also
 * after a change that moved nothing and after a restart of the server.
 */
import type { CancellationToken, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { diagnosticSource } from '../../protocol';
import { fingerprint } from '../../syntax/hash';
import { diagnosticsOf, pullsDiagnostics } from '../diagnostics';
import type { Feature } from '../feature';
import { DocumentDiagnosticReportKind } from '../library';
import type { Session } from '../session';

export const pullDiagnostics: Feature = {
  capabilities: { diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: true, workspaceDiagnostics: false } },
  register: (session) => {
    const { connection, guard, client } = session;
    connection.languages.diagnostics.on(
      guard.request('textDocument/diagnostic', nothing, (params, token) => report(params, token, session)),
    );
    if (!pullsDiagnostics(session) || !client.workspace?.diagnostics?.refreshSupport) return;
    const refresh = guard.notification('workspace/diagnostic/refresh', () => connection.languages.diagnostics.refresh());
    session.outdated.event(refresh);
    session.stale.event(() => refresh());
  },
};

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

async function report(
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
  session: Session,
): Promise<DocumentDiagnosticReport> {
  await calm(uri, token, session);
  if (token.isCancellationRequested) return nothing;
  const checked = await session.checkIfDue(uri);
  const items = checked ? diagnosticsOf(checked, session) : [];
  const resultId = fingerprint(JSON.stringify(items));
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}

/** Waits until nothing was typed for a moment, or until the client asks for something newer. */
async function calm(uri: string, token: CancellationToken, { documents, host, pauseBefore }: Session): Promise<void> {
  const document = documents.get(uri);
  if (document?.occasion !== 'change') return;
  const rest = document.since + pauseBefore(uri) - host.now();
  if (rest <= 0) return;
  await new Promise<void>((resolve) => {
    const cancel = host.schedule(resolve, rest);
    token.onCancellationRequested(() => {
      cancel();
      resolve();
    });
  });
}

import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from './convert';
import type { CheckedDocument } from './checks';
import type { Session } from './session';

/** The findings of a document as the client shows them. */
export function diagnosticsOf({ uri, findings, places }: CheckedDocument, { client, editTarget }: Session): readonly Diagnostic[] {
  return findings.map((finding) => toDiagnostic(finding, places, (file) => (file === uri ? places : editTarget(file)?.places), client));
}

/** Whether the client asks for diagnostics by itself; then none are sent unasked. */
export function pullsDiagnostics({ client }: Session): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

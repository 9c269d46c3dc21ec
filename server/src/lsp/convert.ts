/**
 * The only place where offsets become positions, and findings become what the protocol calls them.
 *
 * Invariant: positions count UTF-16 code units, which every client has to understand and which offsets count as well.
 */
import type {
  ClientCapabilities,
  Diagnostic,
  Position,
  Range as LspRange,
  TextDocumentEdit,
  TextEdit as LspEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit, FindingTag, Related, Reported, TextEdit } from '../engine/finding';
import { diagnosticSource, ruleUrl } from '../protocol';
import type { Severity } from '../settings/levels';
import type { Range } from '../syntax/node';
import { linesOf } from '../syntax/text';
import type { Lines } from '../syntax/text';
import { DiagnosticSeverity, DiagnosticTag } from './library';

/** Offsets and positions of one text. */
export interface Places {
  position(offset: number): Position;
  range(range: Range): LspRange;
  offset(position: Position): number;
  offsets(range: LspRange): Range;
}

/** Offsets of a text as positions of the protocol, and back. */
export function placesIn(text: string): Places {
  let found: Lines | undefined;
  // Asked for only where there is something to place: mostly nothing is found.
  const lines = (): Lines => (found ??= linesOf(text));
  const places: Places = {
    position: (offset) => {
      const { line, character } = lines().positionAt(offset);
      // A line end of two characters is one place.
      return { line, character: Math.min(character, lines().endOf(line) - lines().startOf(line)) };
    },
    range: ({ start, end }) => ({ start: places.position(start), end: places.position(end) }),
    offset: (position) => lines().offsetAt(position),
    offsets: ({ start, end }) => ({ start: places.offset(start), end: places.offset(end) }),
  };
  return places;
}

/** The places of another file, where its text is known. */
export type PlacesOf = (file: string) => Places | undefined;

/** A finding as the client is shown it. */
export function toDiagnostic(finding: Reported, places: Places, placesOf: PlacesOf, client: ClientCapabilities): Diagnostic {
  const supported = { ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic };
  const related = supported.relatedInformation ? finding.related.flatMap((item) => relatedInformation(item, placesOf)) : [];
  const tags = supported.tagSupport
    ? finding.tags.map((tag) => tagNumbers[tag]).filter((tag) => supported.tagSupport?.valueSet.includes(tag))
    : [];
  return {
    range: places.range(finding.range),
    severity: severityNumbers[finding.severity],
    code: finding.rule,
    source: diagnosticSource,
    message: finding.message,
    ...(supported.codeDescriptionSupport ? { codeDescription: { href: ruleUrl(finding.rule) } } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tagNumbers: Readonly<Record<FindingTag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

function relatedInformation({ file, range, start, message }: Related, placesOf: PlacesOf): NonNullable<Diagnostic['relatedInformation']> {
  if (start) {
    const end = { ...start, character: start.character + range.end - range.start };
    return [{ location: { uri: file, range: { start, end } }, message }];
  }
  const places = placesOf(file);
  return places ? [{ location: { uri: file, range: places.range(range) }, message }] : [];
}

/** What edits are made of: the text that they are for, and its version, so that a client refuses them for another. */
export interface EditTarget {
  readonly version: number | null;
  readonly places: Places;
}

/** Edits as the client understands them; undefined where they concern a file whose text is not known, or a client too simple. */
export function toWorkspaceEdit(
  edits: readonly FileEdit[],
  targetOf: (file: string) => EditTarget | undefined,
  client: ClientCapabilities,
): WorkspaceEdit | undefined {
  const supported = client.workspace?.workspaceEdit;
  if (!supported?.documentChanges) return simpleEdit(edits, targetOf);
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const edit of edits) {
    if ('create' in edit) {
      if (!supported.resourceOperations?.includes('create')) return undefined;
      const start = { line: 0, character: 0 };
      changes.push({ kind: 'create', uri: edit.create, options: { ignoreIfExists: false } });
      changes.push({ textDocument: { uri: edit.create, version: null }, edits: [{ range: { start, end: start }, newText: edit.text }] });
      continue;
    }
    const target = targetOf(edit.file);
    if (!target) return undefined;
    changes.push(documentEdit(edit.file, target, edit.edits));
  }
  return { documentChanges: changes };
}

function documentEdit(uri: string, { version, places }: EditTarget, edits: readonly TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(edit, places)) };
}

function simpleEdit(edits: readonly FileEdit[], targetOf: (file: string) => EditTarget | undefined): WorkspaceEdit | undefined {
  const changes: Record<string, LspEdit[]> = {};
  for (const edit of edits) {
    const target = 'file' in edit ? targetOf(edit.file) : undefined;
    if (!target || !('file' in edit)) return undefined;
    changes[edit.file] = edit.edits.map((one) => toTextEdit(one, target.places));
  }
  return { changes };
}

function toTextEdit(edit: TextEdit, places: Places): LspEdit {
  return { range: places.range(edit), newText: edit.newText };
}

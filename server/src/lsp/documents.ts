/**
 * The documents that the client has open, and what was done to them since they were last parsed.
 *
 * Invariant: the text here is the client's, change for change; a version never goes backwards.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import { languageId } from '../protocol';
import { isProjectFile } from '../settings/parse';
import type { TextChange } from '../syntax/parser';

/** What happened to a document last; settings say which of these are reasons to check it. */
export type Occasion = 'open' | 'change' | 'save' | 'command';

/** A document as the client has it now. */
export interface OpenDocument {
  readonly uri: string;
  readonly kind: 'python' | 'config';
  readonly version: number;
  readonly text: string;
  readonly occasion: Occasion;
  /** When it happened, by the host's clock. */
  readonly since: number;
}

/** The documents that the client has open, by their URIs. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  /** Takes a document that the client opened; false for one that is no business of ours. */
  open(item: TextDocumentItem): boolean;
  change(params: DidChangeTextDocumentParams): void;
  /** Notes that a document was saved, or that somebody asked for a check. */
  note(uri: string, occasion: Occasion): void;
  close(uri: string): void;
  /** The changes since the last call, in the order made; undefined where parsing anew is better. */
  takeChanges(uri: string): readonly TextChange[] | undefined;
  /** The line where the last change ended, from 0; undefined where that is not known. */
  editedLine(uri: string): number | undefined;
}

interface Entry {
  readonly kind: OpenDocument['kind'];
  document: TextDocument;
  occasion: Occasion;
  since: number;
  /** Undefined when the list grew so long that it helps no more. */
  changes: TextChange[] | undefined;
  editedLine: number | undefined;
}

/** More changes than this cost more than a new parse. */
const mostChanges = 500;

/** No document is open at first; `now` is a clock in milliseconds. */
export function createDocuments(now: () => number): Documents {
  const entries = new Map<string, Entry>();
  return {
    get: (uri) => {
      const entry = entries.get(uri);
      return entry && openDocument(entry);
    },
    all: () => [...entries.values()].map(openDocument),
    open: ({ uri, languageId: language, version, text }) => {
      const kind = kindOf(uri, language);
      if (!kind) return false;
      entries.set(uri, {
        kind,
        document: TextDocument.create(uri, language, version, text),
        occasion: 'open',
        since: now(),
        changes: undefined,
        editedLine: undefined,
      });
      return true;
    },
    change: ({ textDocument, contentChanges }) => {
      const entry = entries.get(textDocument.uri);
      if (!entry) return;
      // First, because a version can be new without a change, and a change can be none at all.
      entry.document = TextDocument.update(entry.document, [], textDocument.version);
      for (const change of contentChanges) applyChange(entry, change);
      Object.assign(entry, { occasion: 'change', since: now() });
    },
    note: (uri, occasion) => {
      const entry = entries.get(uri);
      if (entry) Object.assign(entry, { occasion, since: now() });
    },
    close: (uri) => entries.delete(uri),
    takeChanges: (uri) => {
      const entry = entries.get(uri);
      const changes = entry?.changes;
      if (entry) entry.changes = [];
      return changes;
    },
    editedLine: (uri) => entries.get(uri)?.editedLine,
  };
}

function openDocument({ kind, document, occasion, since }: Entry): OpenDocument {
  return { uri: document.uri, kind, version: document.version, text: document.getText(), occasion, since };
}

function kindOf(uri: string, language: string): OpenDocument['kind'] | undefined {
  if (isProjectFile(uri)) return 'config';
  return language === languageId ? 'python' : undefined;
}

function applyChange(entry: Entry, change: TextDocumentContentChangeEvent): void {
  const { document } = entry;
  const made = textChange(document, change);
  // Written anew, because the library loses count of its lines where a range lies behind the end of the text.
  const range = { start: document.positionAt(made.start), end: document.positionAt(made.oldEnd) };
  entry.document = TextDocument.update(document, ['range' in change ? { range, text: change.text } : change], document.version);
  // Who sends a whole text does not say where somebody is.
  entry.editedLine = 'range' in change ? entry.document.positionAt(made.start + made.newText.length).line : undefined;
  entry.changes?.push(made);
  if ((entry.changes?.length ?? 0) > mostChanges) entry.changes = undefined;
}

function textChange(document: TextDocument, change: TextDocumentContentChangeEvent): TextChange {
  if (!('range' in change)) return { start: 0, oldEnd: document.getText().length, newText: change.text };
  const from = document.offsetAt(change.range.start);
  const to = document.offsetAt(change.range.end);
  return { start: Math.min(from, to), oldEnd: Math.max(from, to), newText: change.text };
}

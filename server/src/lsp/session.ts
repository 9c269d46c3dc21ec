/**
 * What one client's conversation knows: its documents, their settings, and what was found in them.
 *
 * Invariants: between asking for a document's text and having its findings nothing waits, so no result can be about a text
 * that is gone; requests carry what they need, so any answer can be worked out anew.
 */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Engine } from '../engine/check';
import { methods } from '../protocol';
import type { Parser } from '../syntax/parser';
import type { InitializationOptions } from '../protocol';
import { closedFindings, type ClosedFindings } from './closedFiles';
import { createChecks, type CheckedDocument, type CheckParts } from './checks';
import type { Configuration, FileConfiguration } from './configuration';
import { placesIn, type EditTarget } from './convert';
import { createDocuments, type Documents, type OpenDocument } from './documents';
import type { Guard } from './guard';
import type { FileAccess } from './fileAccess';
import { summaryFile } from './fileAccess';
import type { Host } from './host';
import { createFinder } from './index/finder';
import { beginProgress } from './index/pace';
import { createSummaries } from './index/summaries';
import { createWorkspaceIndex, type WorkspaceIndex } from './index/workspaceIndex';
import { Emitter } from './library';

/** What the features of the server work with. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly guard: Guard;
  readonly engine: Engine;
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
  readonly documents: Documents;
  readonly configuration: Configuration;
  /** Tells of a document, by its URI, that was opened, changed, saved or closed. */
  readonly changed: Emitter<string>;
  /** Tells that settings changed, so that what was found may not hold any more in any document. */
  readonly outdated: Emitter<void>;
  /** Tells of open documents that other files have a say in, and that may look different now, by their URIs. */
  readonly stale: Emitter<readonly string[]>;
  readonly files: FileAccess;
  readonly parser: Parser;
  /** What the files of the workspace tell one another. */
  readonly index: WorkspaceIndex;
  /** What the client is shown of files that are not open. */
  readonly closed: ClosedFindings;
  /** The findings for a document as it is now, whatever settings want; undefined when it is not open. */
  readonly check: (uri: string) => Promise<CheckedDocument | undefined>;
  /**
   * The findings to show: of now, where settings want a check at this occasion, else those shown last; undefined when
   * nothing was shown. Only this changes what the client sees, so that looking at a file does not check it behind its
   * user's back.
   */
  readonly checkIfDue: (uri: string) => Promise<CheckedDocument | undefined>;
  /** How long to wait after a change before checking: longer where checking takes long. */
  readonly pauseBefore: (uri: string) => number;
  /** What edits of a document have to name; undefined for documents that are not open. */
  readonly editTarget: (uri: string) => EditTarget | undefined;
  /** Lets go of what is known of a document. */
  readonly forget: (uri: string) => void;
  readonly dispose: () => Promise<void>;
}

/** What the server brings to a session. */
export interface SessionParts
  extends CheckParts, Pick<Session, 'connection' | 'guard' | 'client' | 'options' | 'configuration' | 'files'> {}

/** Begins a conversation; nothing is read or checked yet. */
export function createSession(parts: SessionParts): Session {
  const { connection, host, configuration, options } = parts;
  const documents = createDocuments(() => host.now());
  const changed = new Emitter<string>();
  const outdated = new Emitter<void>();
  const stale = new Emitter<readonly string[]>();
  const checks = createChecks(documents, parts);
  const closed = closedFindings(parts);
  const index = indexOf({ ...parts, documents, stale });
  const shown = (checked: CheckedDocument): CheckedDocument => {
    if (!checks.show(checked)) return checked;
    if (options.status) void connection.sendNotification(methods.status, checked.status);
    index.shown(checked);
    return checked;
  };
  return {
    ...parts,
    documents,
    changed,
    outdated,
    stale,
    index,
    closed,
    check: async (uri) => {
      const under = await configuration.of(uri);
      const document = documents.get(uri);
      return document && checks.of(document, under);
    },
    checkIfDue: async (uri) => {
      const under = await configuration.of(uri);
      // Not when it is opened: what was shown of it stays until there is something to show instead.
      if (documents.get(uri)) await closed.clear(uri);
      const document = documents.get(uri);
      if (!document) return undefined;
      return isDue(under, document) ? shown(checks.of(document, under)) : checks.shown(uri);
    },
    pauseBefore: (uri) => Math.min(Math.max(shortestPause, 2 * checks.timeOf(uri)), longestPause),
    editTarget: (uri) => {
      const document = documents.get(uri);
      return document && { version: document.version, places: placesIn(document.text) };
    },
    forget: (uri) => {
      checks.forget(uri);
      index.closed(uri);
    },
    dispose: async () => {
      for (const emitter of [changed, outdated, stale]) emitter.dispose();
      checks.dispose();
      await index.close();
    },
  };
}

function indexOf(parts: SessionParts & Pick<Session, 'documents' | 'stale'>): WorkspaceIndex {
  const { host, options, files, configuration } = parts;
  const kept = summaryFile(host, options.storage);
  return createWorkspaceIndex({
    ...parts,
    finder: createFinder(files, configuration),
    summaries: createSummaries({ ...parts, version: host.version, kept }),
    beginProgress: () => beginProgress('Reading the workspace', parts),
  });
}

const shortestPause = 120;
const longestPause = 1000;

/** Whether settings want a check after what happened last. What is excluded is due as well: to be told so, and cleared. */
function isDue({ settings, exclusion }: FileConfiguration, { occasion }: OpenDocument): boolean {
  if (exclusion !== undefined || occasion === 'command' || settings.run === 'onType') return true;
  return settings.run === 'onSave' && occasion !== 'change';
}

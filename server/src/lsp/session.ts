/**
 * What one client's conversation knows: its documents, their settings, and for each version of a document its tree and
 * its findings.
 *
 * Invariants: a result belongs to one version under one configuration and is dropped when either changes; between asking
 * for a document's text and having its findings nothing waits, so no result can be about a text that is gone; requests
 * carry what they need, so any answer can be worked out anew.
 */
import { Emitter } from 'vscode-languageserver';
import type { ClientCapabilities, Connection, RemoteConsole } from 'vscode-languageserver';
import type { Budget } from '../engine/budget';
import type { CheckedFile, Engine } from '../engine/check';
import type { Reported, RuleFailure } from '../engine/finding';
import { methods } from '../protocol';
import type { FileStatus, InitializationOptions } from '../protocol';
import { severities } from '../settings/levels';
import type { ParsedText, Parser } from '../syntax/parser';
import type { Configuration, FileConfiguration } from './configuration';
import { placesIn, type EditTarget, type Places } from './convert';
import { createDocuments, type Documents, type OpenDocument } from './documents';
import type { Guard } from './guard';
import type { Host } from './host';
import { statusOf } from './status';

/** One version of a document under one configuration. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly configuration: FileConfiguration;
  readonly places: Places;
  /** Undefined when the document is not checked; `status` says why. */
  readonly file: CheckedFile | undefined;
  /** The findings that the editor shows. */
  readonly findings: readonly Reported[];
  readonly status: FileStatus;
}

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
  /** The findings for a document as it is now; undefined when it is not open. */
  readonly check: (uri: string) => Promise<CheckedDocument | undefined>;
  /** The same where settings want a check at this occasion, else what was found last; undefined when nothing was. */
  readonly checkIfDue: (uri: string) => Promise<CheckedDocument | undefined>;
  /** How long to wait after a change before checking: longer where checking takes long. */
  readonly pauseBefore: (uri: string) => number;
  /** What edits of a document have to name; undefined for documents that are not open. */
  readonly editTarget: (uri: string) => EditTarget | undefined;
  /** Lets go of what is known of a document. */
  readonly forget: (uri: string) => void;
  readonly dispose: () => void;
}

/** What the server brings to a session. */
export interface SessionParts extends Pick<Session, 'connection' | 'host' | 'guard' | 'engine' | 'client' | 'options' | 'configuration'> {
  readonly parser: Parser;
  readonly log: Pick<RemoteConsole, 'error' | 'warn'>;
}

interface Known {
  parsed?: ParsedText;
  checked?: CheckedDocument;
  /** How long the last check took, in milliseconds. */
  took: number;
}

export function createSession(parts: SessionParts): Session {
  const { connection, host, configuration, options } = parts;
  const documents = createDocuments(() => host.now());
  const changed = new Emitter<string>();
  const outdated = new Emitter<void>();
  const known = new Map<string, Known>();
  const logFailures = failureLog(parts);
  const fresh = (document: OpenDocument, under: FileConfiguration): CheckedDocument => {
    const memory = known.get(document.uri) ?? { took: 0 };
    known.set(document.uri, memory);
    const { checked } = memory;
    if (checked?.version === document.version && checked.configuration === under) {
      // Trying a fix can have failed since.
      logFailures(checked.file?.failures ?? []);
      return checked;
    }
    const begun = host.now();
    const result = checkedDocument(document, under, memory, documents, parts);
    Object.assign(memory, { checked: result, took: host.now() - begun });
    logFailures(result.file?.failures ?? []);
    if (options.status) void connection.sendNotification(methods.status, result.status);
    return result;
  };
  const check = async (uri: string): Promise<CheckedDocument | undefined> => {
    const under = await configuration.of(uri);
    const document = documents.get(uri);
    return document && fresh(document, under);
  };
  return {
    ...parts,
    documents,
    changed,
    outdated,
    check,
    checkIfDue: async (uri) => {
      const under = await configuration.of(uri);
      const document = documents.get(uri);
      if (!document) return undefined;
      return isDue(under, document) ? fresh(document, under) : known.get(uri)?.checked;
    },
    pauseBefore: (uri) => Math.min(Math.max(shortestPause, 2 * (known.get(uri)?.took ?? 0)), longestPause),
    editTarget: (uri) => {
      const document = documents.get(uri);
      return document && { version: document.version, places: placesIn(document.text) };
    },
    forget: (uri) => {
      known.get(uri)?.parsed?.dispose();
      known.delete(uri);
      parts.engine.project.remove(uri);
    },
    dispose: () => {
      changed.dispose();
      outdated.dispose();
      for (const { parsed } of known.values()) parsed?.dispose();
      known.clear();
    },
  };
}

const shortestPause = 120;
const longestPause = 1000;

/** Whether settings want a check after what happened last. What is excluded is due as well: to be told so, and cleared. */
function isDue({ settings, exclusion }: FileConfiguration, { occasion }: OpenDocument): boolean {
  if (exclusion !== undefined || occasion === 'command' || settings.run === 'onType') return true;
  return settings.run === 'onSave' && occasion !== 'change';
}

function checkedDocument(
  document: OpenDocument,
  configuration: FileConfiguration,
  memory: Known,
  documents: Documents,
  parts: SessionParts,
): CheckedDocument {
  const { uri, version, text } = document;
  const skipped = configuration.exclusion === undefined ? sizeProblem(text, configuration) : undefined;
  const isChecked = configuration.exclusion === undefined && skipped === undefined;
  const file = isChecked ? checkedFile(document, configuration, memory, documents, parts) : undefined;
  const weakest = severities.indexOf(configuration.settings.minimumSeverity);
  const findings = (file?.findings ?? []).filter(({ severity }) => severities.indexOf(severity) <= weakest);
  const status = statusOf({ uri, configuration, skipped, file, findings });
  return { uri, version, configuration, places: placesIn(text), file, findings, status };
}

function sizeProblem(text: string, { settings }: FileConfiguration): string | undefined {
  const limit = settings.maxFileSizeKb;
  const size = Math.ceil(text.length / 1024);
  return size > limit ? `the file has ${size} kB, the limit is ${limit} kB` : undefined;
}

function checkedFile(
  document: OpenDocument,
  { settings, target }: FileConfiguration,
  memory: Known,
  documents: Documents,
  parts: SessionParts,
): CheckedFile | undefined {
  const { engine, host, parser } = parts;
  const { uri, text } = document;
  if (document.kind === 'config') return engine.checkConfig({ file: uri, document: host.parseConfig(text) }, settings);
  const parsed = reparsed(text, memory, documents.takeChanges(uri), parser);
  if (!parsed) return undefined;
  return engine.checkPython({ file: uri, tree: parsed.tree, target }, settings, budgetFrom(host));
}

/** Parses what has changed; the whole text where that is not known, or where the last parse is of another time. */
function reparsed(text: string, memory: Known, changes: ReturnType<Documents['takeChanges']>, parser: Parser): ParsedText | undefined {
  const before = memory.parsed;
  if (before && changes?.length === 0) return before;
  // Taken out first: should parsing fail, the changes are gone, and the old tree is of no use without them.
  delete memory.parsed;
  try {
    const parsed = parser.parse(text, before && changes ? { parsed: before, changes } : undefined);
    if (parsed === 'cancelled') return undefined;
    memory.parsed = parsed;
    return parsed;
  } finally {
    before?.dispose();
  }
}

const fileLimit = 2000;
const ruleLimit = 250;

function budgetFrom(host: Host): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end, share: { now: () => host.now(), limit: ruleLimit } };
}

/** A rule that fails does so on every keystroke: each failure is told once. */
function failureLog({ log }: SessionParts): (failures: readonly RuleFailure[]) => void {
  const told = new Set<string>();
  return (failures) => {
    for (const { rule, file, offset, error } of failures) {
      const [first = ''] = error.split('\n');
      const key = `${rule} ${first}`;
      if (told.has(key)) continue;
      told.add(key);
      log.error(`Rule ${rule} failed in ${file}${offset === undefined ? '' : ` at offset ${offset}`}: ${error}`);
    }
  };
}

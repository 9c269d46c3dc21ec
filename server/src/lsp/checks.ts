/**
 * What was found in each open document, and the trees that were parsed for it.
 *
 * Invariants: a result belongs to one version under one configuration and to what other files said when it was made, and is
 * dropped when one of these changes; what was shown to the client is remembered by itself, because looking at a file may need
 * a newer check than settings want to be shown.
 */
import type { RemoteConsole } from 'vscode-languageserver';
import type { Budget } from '../engine/budget';
import type { CheckedFile, Engine } from '../engine/check';
import type { Reported, RuleFailure } from '../engine/finding';
import type { FileStatus } from '../protocol';
import { isAtLeastAsSevere } from '../settings/levels';
import type { ParsedText, Parser, TextChange } from '../syntax/parser';
import type { FileConfiguration } from './configuration';
import { placesIn, type Places } from './convert';
import type { Documents, OpenDocument } from './documents';
import type { Host } from './host';
import { statusOf } from './status';

/** One version of a document under one configuration. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly configuration: FileConfiguration;
  /** What of other files it rests on: the project's generation. */
  readonly generation: number;
  readonly places: Places;
  /** Undefined when the document is not checked; `status` says why. */
  readonly file: CheckedFile | undefined;
  /** The findings that the editor shows. */
  readonly findings: readonly Reported[];
  readonly status: FileStatus;
}

/** What checking needs. */
export interface CheckParts {
  readonly host: Host;
  readonly engine: Engine;
  readonly parser: Parser;
  readonly log: Pick<RemoteConsole, 'error'>;
}

/** Checks of open documents, each made once. */
export interface Checks {
  /** The findings for a document as it is now. */
  of(document: OpenDocument, configuration: FileConfiguration): CheckedDocument;
  /** What the client was given last; undefined when nothing was. */
  shown(uri: string): CheckedDocument | undefined;
  /** Notes that the client is given a result; true when it is a new one. */
  show(checked: CheckedDocument): boolean;
  /** How long the last check took, in milliseconds. */
  timeOf(uri: string): number;
  forget(uri: string): void;
  dispose(): void;
}

interface Known {
  parsed?: ParsedText;
  checked?: CheckedDocument;
  shown?: CheckedDocument;
  took: number;
}

/** Checks the documents that are open. */
export function createChecks(documents: Documents, parts: CheckParts): Checks {
  const { host, engine } = parts;
  const known = new Map<string, Known>();
  const logFailures = failureLog(parts);
  return {
    of: (document, under) => {
      const memory = known.get(document.uri) ?? { took: 0 };
      known.set(document.uri, memory);
      const { checked } = memory;
      const generation = engine.project.generationOf(document.uri);
      if (checked?.version === document.version && checked.configuration === under && checked.generation === generation) {
        // Trying a fix can have failed since.
        logFailures(checked.file?.failures ?? []);
        return checked;
      }
      const begun = host.now();
      const result = checkedDocument(document, under, memory, documents, parts);
      Object.assign(memory, { checked: result, took: host.now() - begun });
      logFailures(result.file?.failures ?? []);
      return result;
    },
    shown: (uri) => known.get(uri)?.shown,
    show: (checked) => {
      const memory = known.get(checked.uri);
      if (memory === undefined || memory.shown === checked) return false;
      memory.shown = checked;
      return true;
    },
    timeOf: (uri) => known.get(uri)?.took ?? 0,
    forget: (uri) => {
      known.get(uri)?.parsed?.dispose();
      known.delete(uri);
    },
    dispose: () => {
      for (const { parsed } of known.values()) parsed?.dispose();
      known.clear();
    },
  };
}

function checkedDocument(
  document: OpenDocument,
  configuration: FileConfiguration,
  memory: Known,
  documents: Documents,
  parts: CheckParts,
): CheckedDocument {
  const { uri, version, text } = document;
  const generation = parts.engine.project.generationOf(uri);
  const skipped = configuration.exclusion === undefined ? sizeProblem(text, configuration) : undefined;
  const isChecked = configuration.exclusion === undefined && skipped === undefined;
  const file = isChecked ? checkedFile(document, configuration, memory, documents, parts) : undefined;
  const findings = shownFindings(file, configuration);
  const status = statusOf({ uri, configuration, skipped, file, findings });
  return { uri, version, configuration, generation, places: placesIn(text), file, findings, status };
}

/** What of a file's findings the editor shows. */
export function shownFindings(file: CheckedFile | undefined, { settings }: FileConfiguration): readonly Reported[] {
  return (file?.findings ?? []).filter(({ severity }) => isAtLeastAsSevere(severity, settings.minimumSeverity));
}

function sizeProblem(text: string, { settings }: FileConfiguration): string | undefined {
  const limit = settings.maxFileSizeKb;
  const size = Math.ceil(text.length / 1024);
  return size > limit ? `${size} kB, and the limit is ${limit} kB` : undefined;
}

function checkedFile(
  document: OpenDocument,
  { settings, target, path }: FileConfiguration,
  memory: Known,
  documents: Documents,
  parts: CheckParts,
): CheckedFile | undefined {
  const { engine, host, parser } = parts;
  const { uri, text } = document;
  if (document.kind === 'config') return engine.checkConfig({ file: uri, document: host.parseConfig(text) }, settings);
  const edits = { changes: documents.takeChanges(uri), editedLine: documents.editedLine(uri) };
  const parsed = reparsed(text, memory, edits, parser);
  if (!parsed) return undefined;
  return engine.checkPython({ file: uri, path, tree: parsed.tree, target, previous: memory.checked?.file }, settings, budgetFrom(host));
}

/** What somebody did to a document since it was last parsed, and where they are. */
interface Edits {
  readonly changes: readonly TextChange[] | undefined;
  readonly editedLine: number | undefined;
}

/** Parses what has changed; the whole text where that is not known, or where the last parse is of another time. */
function reparsed(text: string, memory: Known, { changes, editedLine }: Edits, parser: Parser): ParsedText | undefined {
  const before = memory.parsed;
  if (before && changes?.length === 0) return before;
  // Taken out first: should parsing fail, the changes are gone, and the old tree is of no use without them.
  delete memory.parsed;
  try {
    const parsed = parser.parse(text, before && changes ? { parsed: before, changes } : undefined, { editedLine });
    if (parsed === 'cancelled') return undefined;
    memory.parsed = parsed;
    return parsed;
  } finally {
    before?.dispose();
  }
}

const fileLimit = 2000;
const ruleLimit = 250;

/** What checking one file may cost. */
export function budgetFrom(host: Pick<Host, 'now'>): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end, share: { now: () => host.now(), limit: ruleLimit } };
}

/** A rule that fails does so on every keystroke: each failure is told once. */
function failureLog({ log }: CheckParts): (failures: readonly RuleFailure[]) => void {
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

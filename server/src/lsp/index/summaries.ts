/**
 * The summaries of files on the disk, made once for each content.
 *
 * Invariants: a file whose size and time of change are known is not read; one whose text is known is not parsed; trees are
 * dropped at once. A summary belongs to the settings that it depends on.
 */
import type { Engine } from '../../engine/check';
import { storedFile, storedLine, summarySettings, type StoredFile } from '../../project/summaryStore';
import type { Parser } from '../../syntax/parser';
import type { FileAccess, SummaryFile } from '../fileAccess';
import type { Readers, SummaryAnswer } from '../host';
import { schemeOf } from '../uris';
import type { FoundSource } from './finder';
import { answered } from './reader';

/** What summaries are made with, and where they are kept. */
export interface SummaryParts {
  readonly files: FileAccess;
  readonly engine: Pick<Engine, 'summarise'>;
  readonly parser: Parser;
  readonly version: string;
  readonly kept: SummaryFile | undefined;
}

/** Summaries by the URIs of files. */
export interface Summaries {
  readonly files: ReadonlyMap<string, StoredFile>;
  /** What is known of a file as it stands on the disk; undefined where it has to be read. */
  known(found: FoundSource): StoredFile | undefined;
  /** Whether a file would have to be read. */
  isUnread(found: FoundSource): boolean;
  /** Reads a file, in a thread where there are any; undefined where it cannot be. */
  read(found: FoundSource, readers?: Readers): Promise<StoredFile | undefined>;
  forget(uri: string): boolean;
  /** Brings back what was kept in an earlier run, as far as it can be trusted; it counts when a file is asked about. */
  load(breathe: () => Promise<void>): Promise<void>;
  /** Lets go of what was kept and is not asked about. */
  settle(): void;
  /** Keeps what is known for the next run, where that is not done yet. */
  save(): Promise<void>;
}

/** Knows nothing until it reads, or loads what was kept. */
export function createSummaries(parts: SummaryParts): Summaries {
  const { kept, version } = parts;
  const files = new Map<string, StoredFile>();
  let earlier = new Map<string, StoredFile>();
  let isSaved = true;
  let saving: Promise<void> = Promise.resolve();
  const note = (made: StoredFile): StoredFile => {
    files.set(made.file, made);
    return made;
  };
  const before = (uri: string): StoredFile | undefined => files.get(uri) ?? earlier.get(uri);
  const current = (found: FoundSource): StoredFile | undefined => {
    const stored = before(found.uri);
    return stored && isCurrent(stored, found) ? stored : undefined;
  };
  return {
    files,
    known: (found) => {
      const stored = current(found);
      return stored && note(stored);
    },
    isUnread: (found) => current(found) === undefined,
    read: async (found, readers) => {
      const made = await readSummary(found, before(found.uri), readers, parts);
      isSaved = false;
      return made && note(made);
    },
    forget: (uri) => {
      const wasKnown = files.delete(uri);
      if (wasKnown) isSaved = false;
      return wasKnown;
    },
    load: async (breathe) => {
      if (kept === undefined) return;
      for await (const line of kept.lines()) {
        const stored = storedFile(line, version);
        if (stored !== undefined) earlier.set(stored.file, stored);
        await breathe();
      }
    },
    settle: () => {
      if (earlier.size !== files.size) isSaved = false;
      earlier = new Map();
    },
    save: async () => {
      const before = saving.catch(() => undefined);
      if (isSaved || kept === undefined) return before;
      isSaved = true;
      // One after another: all write the same file.
      saving = before.then(() => kept.write(lines(files, version)));
      await saving;
    },
  };
}

function* lines(files: ReadonlyMap<string, StoredFile>, version: string): Iterable<string> {
  for (const stored of files.values()) yield storedLine(stored, version);
}

function isCurrent(stored: StoredFile, { size, modified, configuration }: FoundSource): boolean {
  return stored.size === size && stored.modified === modified && stored.settings === summarySettings(configuration.settings);
}

async function readSummary(
  { uri, size, modified, configuration: { settings } }: FoundSource,
  before: StoredFile | undefined,
  readers: Readers | undefined,
  { files, engine, parser }: SummaryParts,
): Promise<StoredFile | undefined> {
  const own = { file: uri, size, modified, settings: summarySettings(settings) };
  const known = before?.settings === own.settings ? before : undefined;
  const { blockingExtra, blockingSafeWrappers, blockingIgnore } = settings;
  const question = { uri, settings: { blockingExtra, blockingSafeWrappers, blockingIgnore }, known: known?.fingerprint };
  const alone = (): Promise<SummaryAnswer | undefined> => answered(question, { engine, parser, files });
  // A thread that has died leaves its work to this one.
  const answer = readers === undefined || schemeOf(uri) !== 'file' ? await alone() : await readers.ask(question).catch(alone);
  if (answer === undefined) return undefined;
  const summary = answer.summary ?? known?.summary;
  return summary === undefined ? undefined : { ...own, fingerprint: answer.fingerprint, summary };
}

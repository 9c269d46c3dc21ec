/**
 * Summaries that one run leaves to the next, in a folder that can be deleted at any time: those of files around what is
 * checked, as what is checked is parsed in any case.
 *
 * Invariants: what cannot be read, or was written by another version, is as good as not there; a file counts by its size and
 * time of change, and is read where either differs; findings are never kept, so that a cache can change none.
 */
import { packedSummary, storedFile, storedLine, summarySettings } from '../project/summaryStore';
import type { StoredFile } from '../project/summaryStore';
import type { ModuleSummary } from '../project/index';
import type { RuleSettings } from '../settings/schema';
import { fingerprint } from '../syntax/hash';
import { decoded, encoded } from './content';
import type { CheckFlags } from './flags';
import { joined } from './paths';
import type { CliHost, FileProblem, Files } from './ports';

/** Summaries that need not be made, and where those go that are. */
export interface KnownSummaries {
  /** The packed summary of a file as it stands on the disk; undefined where it has to be made. */
  known(absolute: string, settings: RuleSettings): string | undefined;
  /** Takes the summary of a file, with the text that it was made from. */
  note(absolute: string, text: string, summary: ModuleSummary, settings: RuleSettings): void;
}

/** The summaries that are kept in a folder. */
export interface SummaryCache extends KnownSummaries {
  /** Takes what another thread has made. */
  take(stored: StoredFile): void;
  /** Writes what is known, where something is new. */
  save(): FileProblem | undefined;
}

/** The folder that `--cache` means when it names none. */
export const defaultCacheFolder = '.service-patterns-cache';

/** The cache that the flags ask for. */
export function cacheOf({ cache }: CheckFlags, host: CliHost): SummaryCache | undefined {
  return cache === undefined ? undefined : summaryCache(cache === true ? defaultCacheFolder : cache, host);
}

/**
 * `--cache app/main.py`, as whoever puts the paths last writes it: what is a file, or a folder that holds other things, is no place
 * to keep anything in, so it is the first of the paths, and the folder is the default one.
 */
export function pathsMeant(paths: readonly string[], flags: CheckFlags, files: Files): { paths: readonly string[]; flags: CheckFlags } {
  const { cache } = flags;
  if (typeof cache !== 'string' || mayHoldCache(files.absolute(cache), files)) return { paths, flags };
  return { paths: [cache, ...paths], flags: { ...flags, cache: true } };
}

/** Whether nothing is there yet, or nothing but a cache. */
function mayHoldCache(path: string, files: Files): boolean {
  const kind = files.info(path)?.kind;
  const listed = kind === 'directory' ? files.list(path) : [];
  return kind !== 'file' && ('problem' in listed || listed.length === 0 || listed.some(({ name }) => name === cacheTag));
}

const cacheTag = 'CACHEDIR.TAG';

/** Opens the cache in a folder, which need not be there yet. */
export function summaryCache(folder: string, { files, version }: Pick<CliHost, 'files' | 'version'>): SummaryCache {
  const path = joined(files.absolute(folder), 'summaries');
  const kept = storedFiles(path, files, version);
  let isSaved = true;
  return {
    known: (absolute, settings) => {
      const stored = kept.get(absolute);
      const info = stored && files.info(absolute);
      if (stored?.size !== info?.size || stored?.modified !== info?.modified) return undefined;
      return stored?.settings === summarySettings(settings) ? stored.summary : undefined;
    },
    note: (absolute, text, summary, settings) => {
      const stored = storedSummary(absolute, text, summary, settings, files);
      if (stored === undefined) return;
      kept.set(absolute, stored);
      isSaved = false;
    },
    take: (stored) => {
      kept.set(stored.file, stored);
      isSaved = false;
    },
    save: () => (isSaved ? undefined : saved(folder, kept, files, version)),
  };
}

/** What is kept of a file's summary; undefined where the file has gone since. */
export function storedSummary(
  absolute: string,
  text: string,
  summary: ModuleSummary,
  settings: RuleSettings,
  files: Pick<Files, 'info'>,
): StoredFile | undefined {
  const info = files.info(absolute);
  if (info?.kind !== 'file') return undefined;
  const { size, modified } = info;
  return {
    file: absolute,
    size,
    modified,
    fingerprint: fingerprint(text),
    settings: summarySettings(settings),
    summary: packedSummary(summary),
  };
}

function storedFiles(path: string, files: Files, version: string): Map<string, StoredFile> {
  const found = new Map<string, StoredFile>();
  if (files.info(path)?.kind !== 'file') return found;
  const bytes = files.read(path);
  const content = bytes instanceof Uint8Array ? decoded(bytes) : bytes;
  if ('problem' in content) return found;
  for (const line of content.text.split('\n')) {
    const stored = storedFile(line, version);
    if (stored !== undefined) found.set(stored.file, stored);
  }
  return found;
}

/** What other tools take as a sign to leave a folder alone, by the specification of bford.info/cachedir. */
const tag = 'Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time.\n';

function saved(folder: string, kept: ReadonlyMap<string, StoredFile>, files: Files, version: string): FileProblem | undefined {
  const at = files.absolute(folder);
  const lines = [...kept.values()].filter(({ file }) => files.info(file) !== undefined).map((stored) => storedLine(stored, version));
  const write = (name: string, text: string): FileProblem | undefined => files.write(joined(at, name), encoded({ text, hasMark: false }));
  return files.createFolder(at) ?? write(cacheTag, tag) ?? write('.gitignore', '*\n') ?? write('summaries', `${lines.join('\n')}\n`);
}

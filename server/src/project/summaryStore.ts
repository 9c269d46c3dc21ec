/**
 * Summaries as text, to be kept from one run to the next.
 *
 * Invariants: one line for each file, and each stands by itself: one that was cut off, changed or written by another version
 * of the product is told by the mark at its beginning, and is worth nothing. Lines are plain ASCII, so that they take one
 * byte a character wherever they are. What a line says of its file is read at once, the summary when it is first asked for.
 */
import type { UserCalls } from '../catalogue/userRows';
import { fingerprint } from '../syntax/hash';
import type { ModuleSummary } from './summary';
import type { FileId } from './files';

/** A file as it was when its summary was made. */
export interface StoredFile {
  readonly file: FileId;
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds, as the file system says. */
  readonly modified: number;
  /** Of its text: the same for the same text. */
  readonly fingerprint: string;
  /** Of the settings that its summary depends on. */
  readonly settings: string;
  /** The summary, packed. */
  readonly summary: string;
}

/** Another number whenever summaries or lines come to mean something else within one version of the product. */
const format = 10;

/** The line of a file, without a line break. */
export function storedLine({ file, size, modified, fingerprint: text, settings, summary }: StoredFile, version: string): string {
  const rest = `${ascii(JSON.stringify([file, size, modified, text, settings]))}\t${summary}`;
  return `${markOf(rest, version)}\t${rest}`;
}

/** What a line holds; undefined where it is none that this version wrote. */
export function storedFile(line: string, version: string): StoredFile | undefined {
  const begin = line.indexOf('\t') + 1;
  const rest = line.slice(begin);
  const end = rest.indexOf('\t');
  if (begin === 0 || end < 0 || markOf(rest, version) !== line.slice(0, begin - 1)) return undefined;
  // The mark tells that this was written below, so it can be read.
  const [file, size, modified, text, settings] = JSON.parse(rest.slice(0, end)) as [string, number, number, string, string];
  return { file, size, modified, fingerprint: text, settings, summary: rest.slice(end + 1) };
}

/** A summary as text: what is asked of many files stands before the rest. */
export function packedSummary({ mentions, coroutines, imports, ...rest }: ModuleSummary): string {
  return ascii([mentions, coroutines, imports.join(' '), rest].map((part) => JSON.stringify(part)).join('\t'));
}

/**
 * A summary that is read when it is asked for. Most files of a project are never asked about, and of those that are, what
 * was read can be let go of when memory is short.
 */
export function lazySummary(packed: string): ModuleSummary {
  const mentionsEnd = packed.indexOf('\t');
  const coroutinesEnd = packed.indexOf('\t', mentionsEnd + 1);
  const importsEnd = packed.indexOf('\t', coroutinesEnd + 1);
  let read: WeakRef<Rest> | undefined;
  const summary = (): Rest => {
    const known = read?.deref();
    if (known !== undefined) return known;
    const made = JSON.parse(packed.slice(importsEnd + 1)) as Rest;
    read = new WeakRef(made);
    return made;
  };
  return {
    get imports() {
      const names = unquoted(packed.slice(coroutinesEnd + 2, importsEnd - 1));
      return names === '' ? [] : names.split(' ');
    },
    get exports() {
      return summary().exports;
    },
    get stars() {
      return summary().stars;
    },
    get all() {
      return summary().all;
    },
    get functions() {
      return summary().functions;
    },
    get classes() {
      return summary().classes;
    },
    get uses() {
      return summary().uses;
    },
    get mentions() {
      return unquoted(packed.slice(1, mentionsEnd - 1));
    },
    get coroutines() {
      return unquoted(packed.slice(mentionsEnd + 2, coroutinesEnd - 1));
    },
  };
}

function unquoted(text: string): string {
  return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}

type Rest = Omit<ModuleSummary, 'mentions' | 'coroutines' | 'imports'>;

/** A short text for the settings that summaries depend on: what a project says of its own functions. */
export function summarySettings({ blockingExtra, blockingSafeWrappers, blockingIgnore }: UserCalls): string {
  const rows = [blockingExtra, blockingSafeWrappers, blockingIgnore];
  return rows.every((row) => row.length === 0) ? '' : fingerprint(JSON.stringify(rows));
}

function markOf(rest: string, version: string): string {
  return fingerprint(`${format} ${version}\t${rest}`);
}

/** JSON without a character beyond ASCII. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

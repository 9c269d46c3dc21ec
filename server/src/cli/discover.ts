/**
 * Which files a check looks at.
 *
 * Invariants: the order depends on nothing but the names; a file that was named is checked whatever is excluded; links to
 * folders are not followed, so that a walk ends and stays where it was asked to be.
 */
import { ignoreFilesFor } from './gitignore';
import type { IgnoreFiles } from './gitignore';
import { joined, nameOf } from './paths';
import type { Files } from './ports';

/** Whether a file is Python or a project file. */
export type SourceKind = 'python' | 'config';

/** A file to be checked. */
export interface Source {
  /** As the user wrote it, or the folder as the user wrote it with the rest. */
  readonly shown: string;
  readonly absolute: string;
  readonly kind: SourceKind;
}

/** Something that was asked for or found and is not checked. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** What was found where somebody asked for checks. */
export interface Discovered {
  readonly sources: readonly Source[];
  readonly skipped: readonly Skipped[];
  /** What is wrong with what was asked for, in sentences. */
  readonly problems: readonly string[];
}

/** What is left out. */
export interface WalkRules {
  /** Whether the built-in list, settings or flags exclude something that is found in a folder. */
  isExcluded(absolute: string, isFolder: boolean): boolean;
  /** Whether `.gitignore` files count. */
  readonly respectsGitignore: boolean;
}

/** The files at the paths and below them, each once. */
export function discover(paths: readonly string[], files: Files, rules: WalkRules): Discovered {
  const found: Found = { sources: new Map(), skipped: [], problems: [] };
  for (const path of paths) findIn(path, files, rules, found);
  return { ...found, sources: [...found.sources.values()] };
}

/** What kind of file a name promises; undefined for files that no rule looks at. */
export function sourceKind(name: string): SourceKind | undefined {
  if (name === 'pyproject.toml') return 'config';
  return name.endsWith('.py') || name.endsWith('.pyi') ? 'python' : undefined;
}

interface Found {
  readonly sources: Map<string, Source>;
  readonly skipped: Skipped[];
  readonly problems: string[];
}

const deepestFolder = 64;
const mostFiles = 50_000;

function findIn(path: string, files: Files, rules: WalkRules, found: Found): void {
  const info = files.info(path);
  if (info === undefined) {
    found.problems.push(`There is no file or folder ${path}. Check the spelling and the folder that the command is run in.`);
    return;
  }
  if (info.kind === 'directory') {
    walk(path, files, rules, found);
    return;
  }
  const kind = namedKind(nameOf(path));
  if (info.kind === 'other') found.skipped.push({ file: path, reason: 'it is neither a file nor a folder' });
  else if (kind === undefined) found.skipped.push({ file: path, reason: 'it is not Python text' });
  else add({ shown: path, absolute: files.absolute(path), kind }, found);
}

/** Whoever names a script without an ending, or with one of their own, means it. */
function namedKind(name: string): SourceKind | undefined {
  if (name.endsWith('.ipynb') || (name.endsWith('.toml') && name !== 'pyproject.toml')) return undefined;
  return sourceKind(name) ?? 'python';
}

interface Folder {
  readonly shown: string;
  readonly absolute: string;
  readonly depth: number;
}

function walk(path: string, files: Files, rules: WalkRules, found: Found): void {
  const start = { shown: path, absolute: files.absolute(path), depth: 0 };
  const ignoreFiles = ignoreFilesFor(files, start.absolute);
  const waiting: (Folder | Source)[] = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.sources.size > mostFiles) {
      found.problems.push(`There are more than ${mostFiles} files in ${path}. Name smaller folders, or exclude some.`);
      return;
    }
    if ('kind' in next) add(next, found);
    else waiting.push(...entriesOf(next, files, rules, ignoreFiles, found).reverse());
  }
}

function entriesOf(folder: Folder, files: Files, rules: WalkRules, ignoreFiles: IgnoreFiles, found: Found): (Folder | Source)[] {
  if (folder.depth > deepestFolder) {
    found.skipped.push({ file: folder.shown, reason: `it is more than ${deepestFolder} folders deep` });
    return [];
  }
  const entries = files.list(folder.absolute);
  if ('problem' in entries) {
    found.problems.push(`The folder ${folder.shown} cannot be read: ${entries.problem}.`);
    return [];
  }
  if (folder.depth > 0 && entries.some((entry) => entry.name === 'pyvenv.cfg')) return [];
  const isGitignored = (path: string, isFolder: boolean): boolean =>
    rules.respectsGitignore && ignoreFiles.isIgnored(folder.absolute, path, isFolder);
  return [...entries]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, kind }): (Folder | Source)[] => {
      const path = { shown: joined(folder.shown, name), absolute: joined(folder.absolute, name) };
      const source = kind === 'file' ? sourceKind(name) : undefined;
      const isFolder = kind === 'directory';
      if (source === undefined && !isFolder) return [];
      if (rules.isExcluded(path.absolute, isFolder) || isGitignored(path.absolute, isFolder)) return [];
      return [source === undefined ? { ...path, depth: folder.depth + 1 } : { ...path, kind: source }];
    });
}

/** A file that is named twice is checked once, under the name that came first. */
function add(source: Source, found: Found): void {
  if (!found.sources.has(source.absolute)) found.sources.set(source.absolute, source);
}

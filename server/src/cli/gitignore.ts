/** What `.gitignore` files say, from the folder at hand up to the root of the repository. */
import { ignoredAt, ignoreRules, type IgnoreLevel } from '../gitignore/levels';
import { joined, parentOf, relativeTo } from './paths';
import type { Files } from './ports';

/** What the `.gitignore` files of a tree say. */
export interface IgnoreFiles {
  /** Whether a file or folder inside `folder` is ignored. Both paths are absolute. */
  isIgnored(folder: string, path: string, isFolder: boolean): boolean;
}

/**
 * Reads ignore files as they are asked for. Whoever names an ignored folder wants it checked, so the rules above a
 * start that ignore the start itself do not count.
 */
export function ignoreFilesFor(files: Files, start: string): IgnoreFiles {
  const levels = new Map<string, IgnoreLevel>();
  const levelOf = (folder: string): IgnoreLevel => {
    const known = levels.get(folder);
    if (known !== undefined) return known;
    const level = { folder, rules: rulesIn(files, folder), parent: parentLevel(folder) };
    levels.set(folder, level);
    return level;
  };
  const parentLevel = (folder: string): IgnoreLevel | undefined => {
    const parent = parentOf(folder);
    if (parent === undefined || files.info(joined(folder, '.git')) !== undefined) return undefined;
    if (folder !== start) return levelOf(parent);
    const above = repositoryLevels(files, parent);
    return isIgnoredAt(above, start, true) ? undefined : above;
  };
  return { isIgnored: (folder, path, isFolder) => isIgnoredAt(levelOf(folder), path, isFolder) };
}

/** The folders from this one up to the repository's root; none where there is no repository. */
function repositoryLevels(files: Files, folder: string): IgnoreLevel | undefined {
  const folders: string[] = [];
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    folders.push(at);
    if (files.info(joined(at, '.git')) === undefined) continue;
    return folders.reduceRight<IgnoreLevel | undefined>(
      (parent, inner) => ({ folder: inner, rules: rulesIn(files, inner), parent }),
      undefined,
    );
  }
  return undefined;
}

function rulesIn(files: Files, folder: string): IgnoreLevel['rules'] {
  return ignoreRules(['.gitignore', '.git/info/exclude'].map((name) => ignoreText(files, joined(folder, name))));
}

function ignoreText(files: Files, path: string): string | undefined {
  if (files.info(path)?.kind !== 'file') return undefined;
  const bytes = files.read(path);
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : undefined;
}

function isIgnoredAt(level: IgnoreLevel | undefined, path: string, isFolder: boolean): boolean {
  return ignoredAt(level, (folder) => relativeTo(folder, path), isFolder);
}

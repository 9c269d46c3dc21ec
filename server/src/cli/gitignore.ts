/** What `.gitignore` files say, from the folder at hand up to the root of the repository. */
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { joined, parentOf, relativeTo } from './paths';
import type { Files } from './ports';

export interface IgnoreFiles {
  /** Whether a file or folder inside `folder` is ignored. Both paths are absolute. */
  isIgnored(folder: string, path: string, isFolder: boolean): boolean;
}

/**
 * Reads ignore files as they are asked for. Whoever names an ignored folder wants it checked, so the rules above a
 * start that ignore the start itself do not count.
 */
export function ignoreFilesFor(files: Files, start: string): IgnoreFiles {
  const levels = new Map<string, Level>();
  const levelOf = (folder: string): Level => {
    const known = levels.get(folder);
    if (known !== undefined) return known;
    const level = { folder, rules: rulesIn(files, folder), parent: parentLevel(folder) };
    levels.set(folder, level);
    return level;
  };
  const parentLevel = (folder: string): Level | undefined => {
    const parent = parentOf(folder);
    if (parent === undefined || files.info(joined(folder, '.git')) !== undefined) return undefined;
    if (folder !== start) return levelOf(parent);
    const above = repositoryLevels(files, parent);
    return isIgnoredAt(above, start, true) ? undefined : above;
  };
  return { isIgnored: (folder, path, isFolder) => isIgnoredAt(levelOf(folder), path, isFolder) };
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore | undefined;
  readonly parent: Level | undefined;
}

/** The folders from this one up to the repository's root; none where there is no repository. */
function repositoryLevels(files: Files, folder: string): Level | undefined {
  const folders: string[] = [];
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    folders.push(at);
    if (files.info(joined(at, '.git')) === undefined) continue;
    return folders.reduceRight<Level | undefined>((parent, inner) => ({ folder: inner, rules: rulesIn(files, inner), parent }), undefined);
  }
  return undefined;
}

function rulesIn(files: Files, folder: string): Ignore | undefined {
  const texts = ['.gitignore', '.git/info/exclude']
    .map((name) => ignoreText(files, joined(folder, name)))
    .filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.reduce((rules, text) => rules.add(text), ignore());
}

function ignoreText(files: Files, path: string): string | undefined {
  if (files.info(path)?.kind !== 'file') return undefined;
  const bytes = files.read(path);
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : undefined;
}

/** The innermost file that says anything decides. */
function isIgnoredAt(level: Level | undefined, path: string, isFolder: boolean): boolean {
  for (let at = level; at !== undefined; at = at.parent) {
    const relative = relativeTo(at.folder, path);
    if (relative === undefined || at.rules === undefined) continue;
    const { ignored, unignored } = at.rules.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

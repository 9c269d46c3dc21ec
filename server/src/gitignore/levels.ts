/**
 * What ignore files of nested folders say together.
 *
 * Invariants: nothing is read here, and folders may be paths or URIs: whoever asks says how a path is written from a folder.
 * Only this file knows which library understands ignore files.
 */
import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** What holds in a folder. */
export interface IgnoreLevel {
  readonly folder: string;
  /** Of the folder's own ignore files; undefined where it has none. */
  readonly rules: Ignore | undefined;
  /** What holds in the folder above; undefined at the root of a repository. */
  readonly parent: IgnoreLevel | undefined;
}

/** The rules of the ignore files of one folder, as far as it has them. */
export function ignoreRules(texts: readonly (string | undefined)[]): Ignore | undefined {
  const known = texts.filter((text) => text !== undefined);
  return known.length === 0 ? undefined : known.reduce((rules, text) => rules.add(text), ignore());
}

/** Whether a file or folder is ignored; `below` writes its path from a folder. The innermost file that says anything decides. */
export function ignoredAt(level: IgnoreLevel | undefined, below: (folder: string) => string | undefined, isFolder: boolean): boolean {
  for (let at = level; at !== undefined; at = at.parent) {
    const path = at.rules && below(at.folder);
    if (path === undefined || at.rules === undefined) continue;
    const { ignored, unignored } = at.rules.test(isFolder ? `${path}/` : path);
    if (ignored || unignored) return ignored;
  }
  return false;
}

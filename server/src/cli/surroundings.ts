/**
 * The files around those that are checked, which they may import.
 *
 * Invariants: nothing above the repository's root is looked at; each folder is listed once.
 */
import type { ProjectSource } from '../project/index';
import type { Configuration } from './configuration';
import { joined, parentOf } from './paths';
import type { Files } from './ports';

/** What there is around the files that are checked, and where modules are looked for. */
export function surroundings(
  files: Files,
  configuration: Configuration,
): Required<Pick<ProjectSource, 'isFile' | 'isFolder' | 'rootsFor' | 'pathFor' | 'topFor'>> {
  const folders = folderReader(files);
  const tops = new Map<string, string | undefined>();
  return {
    isFile: (path) => folders.has(path, 'file'),
    isFolder: (path) => folders.has(path, 'directory'),
    rootsFor: (file) => configuration.of(file).sourceRoots,
    pathFor: (file) => configuration.of(file).path,
    topFor: (file) => {
      const folder = parentOf(file) ?? '/';
      if (!tops.has(folder)) tops.set(folder, repositoryAbove(folder, folders, files));
      return tops.get(folder);
    },
  };
}

type EntryKind = 'file' | 'directory';

interface FolderReader {
  has(path: string, kind: EntryKind): boolean;
}

/** Asks for whole folders, since most names that are looked for are not there. */
function folderReader(files: Files): FolderReader {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const entriesOf = (folder: string): ReadonlyMap<string, string> => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const listed = isListed(folder) ? files.list(folder) : [];
    const entries = new Map('problem' in listed ? [] : listed.map(({ name, kind }) => [name, kind]));
    known.set(folder, entries);
    return entries;
  };
  /** Whether a folder is there, as the one above it says. Going up ends at the root, which always is. */
  const isListed = (folder: string): boolean => {
    const parent = parentOf(folder);
    const above = parent === undefined ? undefined : known.get(parent);
    return above === undefined || above.get(nameIn(folder)) === 'directory';
  };
  return { has: (path, kind) => entriesOf(parentOf(path) ?? '/').get(nameIn(path)) === kind };
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The root of the repository that holds a folder; where there is none, the folder that the command is run in, if it does. */
function repositoryAbove(folder: string, folders: FolderReader, files: Files): string | undefined {
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    const mark = joined(at, '.git');
    if (folders.has(mark, 'directory') || folders.has(mark, 'file')) return joined(at, '/').replace(/\/+$/, '/');
  }
  const here = `${files.absolute('.')}/`;
  return `${folder}/`.startsWith(here) ? here : undefined;
}

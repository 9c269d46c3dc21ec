/**
 * Finds the source files of a workspace, and the project files beside them.
 *
 * Invariants: what settings or ignore files exclude is not entered, links to folders are not followed, and the environments
 * that packages are installed in are nobody's project; nothing above a workspace folder is looked at; files are listed with
 * their stamps and not read.
 */
import { ignoredAt, ignoreRules, type IgnoreLevel } from '../../gitignore/levels';
import { sourceName, type FolderEntry } from '../../protocol';
import { isProjectFile } from '../../settings/parse';
import type { Configuration, FileConfiguration, FolderConfiguration } from '../configuration';
import type { FileAccess } from '../fileAccess';
import { encodedName, parentUri, pathBelow } from '../uris';

/** A Python file as it stands on the disk, with its settings. */
export interface FoundSource {
  readonly kind: 'python';
  readonly uri: string;
  readonly size: number;
  readonly modified: number;
  readonly configuration: FileConfiguration;
}

/** A project file, which rules look at as well. */
export interface FoundProjectFile {
  readonly kind: 'config';
  readonly uri: string;
  readonly configuration: FileConfiguration;
}

/** A file that was found, with what holds for it. */
export type FoundFile = FoundSource | FoundProjectFile;

/** Looks for the files of the workspace. */
export interface Finder {
  /** All files below the workspace folders, folder by folder. */
  all(): AsyncGenerator<readonly FoundFile[]>;
  /** Those of the files that are there and not excluded; with whatever else is in folders that were not known. */
  these(uris: readonly string[]): Promise<readonly FoundFile[]>;
  /** Whether there was such a folder when it was last looked for. */
  knowsFolder(uri: string): boolean;
}

interface Folder {
  readonly uri: string;
  readonly depth: number;
  /** What ignore files say in the folder above. */
  readonly above: IgnoreLevel | undefined;
}

/** A folder that was looked into. */
interface OpenedFolder extends Folder {
  readonly level: IgnoreLevel;
  readonly configuration: FolderConfiguration;
  readonly entries: readonly FolderEntry[];
}

const deepestFolder = 64;
const mostFiles = 50_000;

/** Looks through folders as settings and ignore files have it. */
export function createFinder(files: FileAccess, configuration: Configuration): Finder {
  const levels = new Map<string, Folder & Pick<OpenedFolder, 'level'>>();
  const opened = async (folder: Folder): Promise<OpenedFolder | undefined> => {
    const entries = await files.list(folder.uri);
    if (entries === undefined || (folder.depth > 0 && holds(entries, 'pyvenv.cfg'))) return undefined;
    const level = await levelOf(folder, entries, files);
    levels.set(folder.uri, { ...folder, level });
    return { ...folder, level, entries, configuration: await configuration.inFolder(folder.uri) };
  };
  const below = async function* (start: Folder): AsyncGenerator<readonly FoundFile[]> {
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const folder = await opened(next);
      if (folder === undefined) continue;
      if (folder.depth < deepestFolder) waiting.push(...foldersIn(folder).reverse());
      yield filesIn(folder);
    }
  };
  return {
    all: async function* () {
      let count = 0;
      for (const uri of await configuration.folders()) {
        for await (const found of below({ uri, depth: 0, above: undefined })) {
          yield found;
          count += found.length;
          if (count > mostFiles) return;
        }
      }
    },
    these: async (uris) => {
      const found: FoundFile[] = [];
      for (const [parent, wanted] of byParent(uris)) {
        const known = levels.get(parent);
        const folder = known && (await opened(known));
        if (folder) found.push(...filesIn(folder).filter(({ uri }) => wanted.has(uri)));
        const begin = known === undefined ? await newFolder(parent) : undefined;
        if (begin) for await (const some of below(begin)) found.push(...some);
      }
      return found;
    },
    knowsFolder: (uri) => levels.has(uri),
  };

  /** Where to begin to look for a folder that is not known: in the first that is not, on the way to it. */
  async function newFolder(uri: string): Promise<Folder | undefined> {
    for (let at: string | undefined = uri, child = uri; at !== undefined; child = at, at = parentUri(at)) {
      const known = levels.get(at);
      if (known === undefined) continue;
      const folder = await opened(known);
      return folder && foldersIn(folder).find((candidate) => candidate.uri === child);
    }
    return undefined;
  }
}

function byParent(uris: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, Set<string>>();
  for (const uri of uris) {
    const parent = parentUri(uri) ?? '';
    const known = parents.get(parent);
    if (known === undefined) parents.set(parent, new Set([uri]));
    else known.add(uri);
  }
  return parents;
}

function holds(entries: readonly FolderEntry[], name: string): boolean {
  return entries.some((entry) => entry.name === name);
}

async function levelOf({ uri, above }: Folder, entries: readonly FolderEntry[], files: FileAccess): Promise<IgnoreLevel> {
  const isRepository = holds(entries, '.git');
  const texts = await Promise.all([
    holds(entries, '.gitignore') ? files.readFile(`${uri}/.gitignore`) : undefined,
    isRepository ? files.readFile(`${uri}/.git/info/exclude`) : undefined,
  ]);
  return { folder: uri, rules: ignoreRules(texts), parent: isRepository ? undefined : above };
}

function foldersIn({ uri, depth, level, entries, configuration }: OpenedFolder): Folder[] {
  return entries.flatMap(({ name, kind }) => {
    const child = `${uri}/${encodedName(name)}`;
    if (kind !== 'folder' || configuration.excludes(child, true) || isIgnored(level, child, true)) return [];
    return [{ uri: child, depth: depth + 1, above: level }];
  });
}

function filesIn({ uri: folder, level, entries, configuration }: OpenedFolder): readonly FoundFile[] {
  return entries.flatMap(({ name, kind, size, modified }): FoundFile[] => {
    const isSource = sourceName.test(name);
    if (kind !== 'file' || !(isSource || isProjectFile(name))) return [];
    const uri = `${folder}/${encodedName(name)}`;
    const own = configuration.of(uri);
    if (own.exclusion !== undefined || isIgnored(level, uri, false)) return [];
    if (!isSource) return [{ kind: 'config', uri, configuration: own }];
    return size === undefined || modified === undefined ? [] : [{ kind: 'python', uri, size, modified, configuration: own }];
  });
}

function isIgnored(level: IgnoreLevel, uri: string, isFolder: boolean): boolean {
  return ignoredAt(level, (folder) => pathBelow(folder, uri), isFolder);
}

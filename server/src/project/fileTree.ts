/** The files that a project knows of, as the folders that Python would find. */
import { ownRoot, parentOf } from './modules';
import type { FileId } from './view';

/** Files that come and go. */
export interface FileTree {
  add(file: FileId): void;
  remove(file: FileId): void;
  has(file: FileId): boolean;
  /** Whether a folder holds a file, however deep. */
  hasFolder(folder: string): boolean;
  /** The source roots that hold a top-level module of a name. */
  holdersOf(name: string): readonly string[];
}

export function createFileTree(): FileTree {
  const files = new Set<FileId>();
  /** How many files there are below each folder. */
  const folders = new Map<string, number>();
  let holders: ReadonlyMap<string, readonly string[]> | undefined;
  const count = (file: FileId, by: number): void => {
    for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
      const folder = file.slice(0, slash);
      const below = (folders.get(folder) ?? 0) + by;
      if (below === 0) folders.delete(folder);
      else folders.set(folder, below);
    }
    holders = undefined;
  };
  return {
    add: (file) => {
      if (files.has(file)) return;
      files.add(file);
      count(file, 1);
    },
    remove: (file) => {
      if (files.delete(file)) count(file, -1);
    },
    has: (file) => files.has(file),
    hasFolder: (folder) => folders.has(folder),
    holdersOf: (name) => {
      holders ??= holdersByName(files);
      return holders.get(name) ?? [];
    },
  };
}

/** By the first part of each file's module name: the roots that it is found in. */
function holdersByName(files: ReadonlySet<FileId>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const roots = new Map<string, string>();
  for (const file of files) {
    const folder = parentOf(file);
    const root = roots.get(folder) ?? ownRoot(file, { isFile: (path) => files.has(path) });
    roots.set(folder, root);
    const [first = ''] = file.slice(root.length).split('/');
    const name = first.replace(/\.pyi?$/, '');
    const known = found.get(name);
    if (known === undefined) found.set(name, new Set([root]));
    else known.add(root);
  }
  return new Map([...found].map(([name, set]) => [name, [...set]]));
}

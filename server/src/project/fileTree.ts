/** The files that a project knows of, as the folders that Python would find. */
import type { FileId } from './files';

/** Files that come and go. */
export interface FileTree {
  add(file: FileId): void;
  remove(file: FileId): void;
  has(file: FileId): boolean;
  /** Whether a folder holds a file, however deep. */
  hasFolder(folder: string): boolean;
  /** Takes note of the package that a file makes of its folder, and of nothing else. */
  addPackage(file: FileId): void;
  /** The folders of all packages with a name, with a `/` at their end. */
  packagesNamed(name: string): readonly string[];
}

/** An empty tree. */
export function createFileTree(): FileTree {
  const files = new Set<FileId>();
  /** How many files there are below each folder. */
  const folders = new Map<string, number>();
  const packages = new Map<string, Set<string>>();
  const addPackage = (file: FileId): void => {
    const folder = packageMadeBy(file);
    if (folder === undefined) return;
    const name = nameOfFolder(folder);
    const known = packages.get(name);
    if (known === undefined) packages.set(name, new Set([folder]));
    else known.add(folder);
  };
  const count = (file: FileId, by: number): void => {
    for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
      const folder = file.slice(0, slash);
      const below = (folders.get(folder) ?? 0) + by;
      if (below === 0) folders.delete(folder);
      else folders.set(folder, below);
    }
  };
  return {
    add: (file) => {
      if (files.has(file)) return;
      files.add(file);
      count(file, 1);
      addPackage(file);
    },
    remove: (file) => {
      if (!files.delete(file)) return;
      count(file, -1);
      const folder = packageMadeBy(file);
      if (folder !== undefined) packages.get(nameOfFolder(folder))?.delete(folder);
    },
    has: (file) => files.has(file),
    hasFolder: (folder) => folders.has(folder),
    addPackage,
    packagesNamed: (name) => [...(packages.get(name) ?? [])],
  };
}

const initFile = '__init__.py';

function packageMadeBy(file: FileId): string | undefined {
  return file.endsWith(`/${initFile}`) ? file.slice(0, -initFile.length) : undefined;
}

function nameOfFolder(folder: string): string {
  return folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1);
}

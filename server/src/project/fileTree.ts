/** The files that a project knows of, as the folders that Python would find. */
import type { FileId } from './view';

/** Files that come and go. */
export interface FileTree {
  add(file: FileId): void;
  remove(file: FileId): void;
  has(file: FileId): boolean;
  /** Whether a folder holds a file, however deep. */
  hasFolder(folder: string): boolean;
}

export function createFileTree(): FileTree {
  const files = new Set<FileId>();
  /** How many files there are below each folder. */
  const folders = new Map<string, number>();
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
    },
    remove: (file) => {
      if (files.delete(file)) count(file, -1);
    },
    has: (file) => files.has(file),
    hasFolder: (folder) => folders.has(folder),
  };
}

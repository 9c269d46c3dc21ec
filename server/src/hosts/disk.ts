/** Fills the files port of the command line. What the system refuses is an answer here, in words for the user. */
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { FileInfo, FileProblem, Files, FolderEntry } from '../cli/ports';
import { codeOf } from './systemError';

/** The files of this machine. */
export function disk(): Files {
  return {
    info,
    list: (folder) => attempt(() => readdirSync(folder, { withFileTypes: true }).map((entry) => folderEntry(folder, entry))),
    read: (path) => attempt(() => readFileSync(path)),
    write: (path, content) =>
      attempt(() => {
        writeFileSync(path, content);
        return undefined;
      }),
    createFolder: (path) =>
      attempt(() => {
        mkdirSync(path, { recursive: true });
        return undefined;
      }),
    absolute: (path) => withSlashes(resolve(path)),
    readStandardInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
  };
}

function info(path: string): FileInfo | undefined {
  const stats = attempt(() => statSync(path, { throwIfNoEntry: false }));
  if (stats === undefined) return undefined;
  // Something is there that the system keeps to itself: reading it will say why.
  if ('problem' in stats) return { kind: 'file', size: 0, modified: 0 };
  if (stats.isDirectory()) return { kind: 'directory', size: 0, modified: 0 };
  return stats.isFile() ? { kind: 'file', size: stats.size, modified: stats.mtimeMs } : { kind: 'other', size: 0, modified: 0 };
}

interface NamedEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** A link to a file is as good as the file; a link to a folder could lead anywhere, and in circles. */
function folderEntry(folder: string, entry: NamedEntry): FolderEntry {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: 'directory' };
  if (entry.isFile()) return { name, kind: 'file' };
  if (!entry.isSymbolicLink()) return { name, kind: 'other' };
  return { name, kind: info(join(folder, name))?.kind === 'file' ? 'file' : 'link' };
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Node reports what the system refuses by throwing; here that is an answer. */
function attempt<Value>(work: () => Value): Value | FileProblem {
  try {
    return work();
  } catch (error) {
    return { problem: systemWords.get(codeOf(error) ?? '') ?? (error instanceof Error ? error.message : String(error)) };
  }
}

const systemWords: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['ENOSPC', 'no space is left'],
  ['EROFS', 'the file system is read-only'],
  ['ELOOP', 'its links lead in a circle'],
]);

/**
 * Fills the server's ports for the files of a workspace and for what is kept between starts.
 *
 * Invariants: nothing is read but folders, source files and what was written here before; nothing is written but below the
 * folder that the client named for it. What the system refuses is an answer, never an error: there is always another way.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { decoded } from '../cli/content';
import type { Storage, WorkspaceFiles } from '../lsp/host';
import { sourceName, type FolderEntry } from '../protocol';

/** Files by their URIs. */
export const workspaceFiles: WorkspaceFiles = {
  list: async (folder) => {
    try {
      const path = fileURLToPath(folder);
      const entries = await readdir(path, { withFileTypes: true });
      const found = await Promise.all(entries.map((entry) => folderEntry(path, entry)));
      return found.filter((entry) => entry !== undefined);
    } catch {
      // The folder is gone, or is nobody's business.
      return undefined;
    }
  },
  readSource: async (uri) => {
    try {
      const content = decoded(await readFile(fileURLToPath(uri)));
      return 'problem' in content ? undefined : content.text;
    } catch {
      // The file is gone, or cannot be read.
      return undefined;
    }
  },
};

/** A link to a file is as good as the file; a link to a folder could lead anywhere, and in circles. */
async function folderEntry(folder: string, entry: Dirent): Promise<FolderEntry | undefined> {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: 'folder' };
  if (!sourceName.test(name)) return entry.isFile() ? { name, kind: 'file' } : undefined;
  try {
    const stats = await stat(join(folder, name));
    return stats.isFile() ? { name, kind: 'file', size: stats.size, modified: stats.mtimeMs } : undefined;
  } catch {
    // It went away, or is a link to nothing.
    return undefined;
  }
}

/** Text files in which lines are kept. */
export const storage: Storage = {
  readLines: async function* (uri) {
    try {
      const stream = createReadStream(fileURLToPath(uri), { encoding: 'latin1', highWaterMark: 1 << 18 });
      for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) yield line;
    } catch {
      // Nothing was kept yet, or somebody has deleted it.
    }
  },
  writeLines: async (uri, lines) => {
    const path = fileURLToPath(uri);
    // Two windows may show the same workspace: each writes a file of its own, and the last one stays.
    const draft = `${path}.${process.pid}.draft`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeAll(draft, lines);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
};

/** Not as one text, which would take as much memory again. */
async function writeAll(path: string, lines: Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
  try {
    let part: string[] = [];
    let length = 0;
    for (const line of lines) {
      part.push(line, '\n');
      length += line.length;
      if (length < 1 << 20) continue;
      await file.write(part.join(''), null, 'latin1');
      part = [];
      length = 0;
    }
    await file.write(part.join(''), null, 'latin1');
  } finally {
    await file.close();
  }
}

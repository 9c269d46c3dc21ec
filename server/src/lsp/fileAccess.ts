/**
 * How the server comes to files: by its host where that can, else through the client.
 *
 * Invariant: what cannot be read is undefined; why, matters to nobody here.
 */
import type { Connection } from 'vscode-languageserver';
import { methods, type FolderEntry, type InitializationOptions } from '../protocol';
import type { Host, Storage, WorkspaceFiles } from './host';
import { schemeOf } from './uris';

/** Files as the server can read them. */
export interface FileAccess extends WorkspaceFiles {
  /** The text of a project file or an ignore file. */
  readFile(uri: string): Promise<string | undefined>;
}

/** Asks the host for what is on the disk, and the client for everything else. */
export function fileAccess(connection: Connection, host: Host, options: InitializationOptions): FileAccess {
  const ask = async <Answer>(method: string, uri: string): Promise<Answer | undefined> =>
    (await connection.sendRequest<Answer | null>(method, { uri })) ?? undefined;
  const isOnDisk = (uri: string): boolean => schemeOf(uri) === 'file';
  return {
    list: async (folder) => {
      if (host.files && isOnDisk(folder)) return host.files.list(folder);
      return options.readSources ? ask<readonly FolderEntry[]>(methods.listFolder, folder) : undefined;
    },
    readSource: async (uri) => {
      if (host.files && isOnDisk(uri)) return host.files.readSource(uri);
      return options.readSources ? ask<string>(methods.readSource, uri) : undefined;
    },
    readFile: async (uri) => {
      if (host.readFile && isOnDisk(uri)) return host.readFile(uri);
      return options.readFile ? ask<string>(methods.readFile, uri) : undefined;
    },
  };
}

/** The file in which summaries are kept; undefined where there is no place for one. */
export interface SummaryFile {
  lines(): AsyncIterable<string>;
  write(lines: Iterable<string>): Promise<void>;
}

/** The file in a folder, by its URI. */
export function summaryFile({ storage }: { readonly storage?: Storage }, folder: string | undefined): SummaryFile | undefined {
  if (storage === undefined || folder === undefined || schemeOf(folder) !== 'file') return undefined;
  const uri = `${folder}/summaries.txt`;
  return { lines: () => storage.readLines(uri), write: (lines) => storage.writeLines(uri, lines) };
}

/**
 * Reads files for the server where it cannot by itself: in the browser, and in workspaces that are on no disk.
 *
 * Invariant: only folders, Python files and the files that hold settings are ever handed to the server.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { methods, projectFileNames, sourceName, type FolderEntry } from '../../server/src/protocol';

interface UriParams {
  readonly uri: string;
}

/** Answers what the server asks of files. */
export function answerReads(client: BaseLanguageClient): void {
  const answer = <Answer>(method: string, read: (uri: vscode.Uri) => Promise<Answer | undefined>): void => {
    client.onRequest(method, ({ uri }: UriParams) => attempt(() => read(vscode.Uri.parse(uri, true))));
  };
  answer(methods.readFile, (uri) => readText(uri, readableNames, largestProjectFile));
  answer(methods.readSource, (uri) => readText(uri, sourceName, largestSource));
  answer(methods.listFolder, listFolder);
}

const readableNames = new RegExp(`^(?:${[...projectFileNames, '.gitignore'].join('|').replaceAll('.', '\\.')})$`);
/** In bytes. */
const largestProjectFile = 256 * 1024;
const largestSource = 10 * 1024 * 1024;

/** Most folders have no such file, and VS Code says so by throwing. */
async function attempt<Answer>(read: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

async function readText(uri: vscode.Uri, names: RegExp, largest: number): Promise<string | undefined> {
  if (!names.test(nameOf(uri)) || (await vscode.workspace.fs.stat(uri)).size > largest) return undefined;
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  return text.includes('\0') ? undefined : text;
}

async function listFolder(uri: vscode.Uri): Promise<readonly FolderEntry[]> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  const found = await Promise.all(entries.map(([name, type]) => attempt(() => folderEntry(uri, name, type))));
  return found.filter((entry) => entry !== undefined);
}

/** A link to a folder could lead anywhere, and in circles. */
async function folderEntry(folder: vscode.Uri, name: string, type: vscode.FileType): Promise<FolderEntry | undefined> {
  if (type === vscode.FileType.Directory) return { name, kind: 'folder' };
  if ((type & vscode.FileType.File) === 0) return undefined;
  if (!sourceName.test(name)) return { name, kind: 'file' };
  const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
  return { name, kind: 'file', size, modified: mtime };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Which project file decides over a file, and what it says of single files: the same for the command line and the editor.
 *
 * Invariants: the nearest file with a table of ours decides alone; the nearest `pyproject.toml` names the Python and the
 * libraries, table or not; nothing is read here.
 */
import type { ConfigDocument } from '../syntax/config';
import type { KnownCodes } from './codes';
import { readProjectSettings, settingsTable } from './parse';
import type { SettingsProblem } from './parse';
import type { Settings } from './schema';

/** In bytes. Nobody writes a larger one by hand. */
export const largestProjectFile = 256 * 1024;

/** How many folders up a project file is looked for. */
export const highestSearch = 64;

/** A project file, read. */
export interface ProjectSettings {
  readonly document: ConfigDocument;
  readonly hasTable: boolean;
  readonly values: Partial<Settings>;
  readonly problems: readonly SettingsProblem[];
}

/** What a project file says, and what is wrong in it. */
export function projectSettings(document: ConfigDocument, name: string, codes: KnownCodes): ProjectSettings {
  const { values, problems } = readProjectSettings(document, name, codes);
  return { document, hasTable: settingsTable(document, name) !== undefined, values, problems };
}

/** The two project files that one folder may have. */
export interface FolderFiles<File extends ProjectSettings> {
  readonly standalone: File | undefined;
  readonly pyproject: File | undefined;
}

/** The file that decides and the nearest `pyproject.toml`, from the files of a folder and of those above it, nearest first. */
export function decidingFiles<File extends ProjectSettings>(
  folders: readonly FolderFiles<File>[],
): { readonly deciding: File | undefined; readonly pyproject: File | undefined } {
  const candidates = folders.flatMap(({ standalone, pyproject }) => [standalone, pyproject]);
  return {
    deciding: candidates.find((file) => file?.hasTable === true),
    pyproject: folders.find(({ pyproject }) => pyproject !== undefined)?.pyproject,
  };
}

/** Whether a path with `/` between its parts matches a glob. */
export type MatchGlob = (glob: string, path: string) => boolean;

/** Whether a glob means a path relative to the folder of its project file; without a slash it means any part of that name. */
export function isMeantBy(glob: string, path: string, matchGlob: MatchGlob): boolean {
  const folder = anyFolder.exec(glob)?.[1];
  if (folder !== undefined) return path.split('/').includes(folder);
  if (!glob.includes('/')) return path.split('/').some((part) => matchGlob(glob, part));
  return matchGlob(glob, path);
}

/** A folder of one name at any depth, as most globs are: no regular expression has to be made of it before the first check. */
const anyFolder = /^\*\*\/([\w.-]+)\/\*\*$/;

/** The settings of one file: ignores for files that match a glob become ignores of the file. */
export function settingsOfFile(settings: Settings, path: string, matchGlob: MatchGlob): Settings {
  const ignored = Object.entries(settings.perFileIgnores).flatMap(([glob, codes]) => (isMeantBy(glob, path, matchGlob) ? codes : []));
  return ignored.length === 0 ? settings : { ...settings, ignore: [...settings.ignore, ...ignored] };
}

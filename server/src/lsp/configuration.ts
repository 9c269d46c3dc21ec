/**
 * Which settings a file has: the nearest project file with a table of ours, then the editor, then the defaults.
 *
 * Invariants: the command line decides in the same way, so that both report the same; no file is read but those of the
 * two names, in the file's folder and above it up to the workspace folder; whatever is read is kept until it changes.
 */
import { quoted } from '../settings/read';
import { builtInExcludes } from '../settings/schema';
import type { Settings } from '../settings/schema';
import { rootFrom, sourceRoots } from '../settings/sourceRoots';
import type { KnownCodes } from '../settings/codes';
import { mergedSettings, projectFileName, readEditorSettings, standaloneFileName } from '../settings/parse';
import type { SettingsJson, SettingsProblem } from '../settings/parse';
import { decidingFiles, highestSearch, isMeantBy, largestProjectFile, projectSettings, settingsOfFile } from '../settings/projectFiles';
import type { FolderFiles, ProjectSettings } from '../settings/projectFiles';
import { projectTarget } from '../settings/target';
import type { Target } from '../settings/target';
import type { Host } from './host';
import type { FileStatus } from '../protocol';
import { encodedName, fileName, parentUri, pathBelow, schemeOf } from './uris';

/** What settings say of one file. */
export interface FileConfiguration {
  /** Where the file stands in its project: relative to the folder of the nearest project file. */
  readonly path: string;
  readonly settings: Settings;
  readonly target: Target;
  /** Why the file is not checked, in words; undefined when it is. */
  readonly exclusion: string | undefined;
  /** Where the settings come from, in words. */
  readonly origin: string;
  /** The project file that decides, or would, had it a table of ours; undefined where there is none. */
  readonly projectFile: { readonly uri: string; readonly name: string; readonly text: string } | undefined;
  /** What is wrong in the project file that decides, and then in the editor's settings. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Something wrong in settings, in words. */
export interface ConfigurationProblem {
  /** With its place, where it has one: `pyproject.toml:41 …`. */
  readonly text: string;
  readonly place: FileStatus['place'];
}

/** The settings of all files, read when they are asked for. */
export interface Configuration {
  of(uri: string): Promise<FileConfiguration>;
  /** What holds in a folder of the workspace: asked once for all files in it. */
  inFolder(folder: string): Promise<FolderConfiguration>;
  /** The workspace folders, as URIs. */
  folders(): Promise<readonly string[]>;
  /** Folders, with a `/` at their ends, in which a file's project keeps its modules; none while they are not known. */
  sourceRootsOf(uri: string): readonly string[];
  /** Where a file stands in its project; in its workspace folder while it is not known which project that is. */
  pathOf(uri: string): string;
  /** The workspace folder that holds a file, with a `/` at its end; undefined where none does. */
  topOf(uri: string): string | undefined;
  /** Forgets what the editor said. */
  editorChanged(): void;
  /** Forgets what stood in project files. */
  filesChanged(): void;
}

/** The settings of the files in one folder of the workspace. */
export interface FolderConfiguration {
  of(uri: string): FileConfiguration;
  /** Whether a file or folder in it is left out. */
  excludes(uri: string, isFolder: boolean): boolean;
}

/** Where settings come from. */
export interface ConfigurationSources {
  readonly host: Host;
  readonly codes: KnownCodes;
  /** The folders of the workspace, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
  /** What the editor says for a file: the object under `servicePatterns`. */
  readonly editorSettings: (uri: string) => Promise<SettingsJson>;
  readonly readFile: (uri: string) => Promise<string | undefined>;
}

interface ProjectFile extends ProjectSettings {
  readonly folder: string;
  readonly name: string;
}

/** Copies of files that the editor shows, and parts of notebooks: a finding there would be one twice, or half a one. */
const uncheckedSchemes: ReadonlySet<string> = new Set(['git', 'output', 'vscode-chat-code-block', 'vscode-scm']);

/** Reads settings from these sources, and keeps them until it is told that they have changed. */
export function createConfiguration(sources: ConfigurationSources): Configuration {
  const files = new Map<string, Promise<ProjectFile | undefined>>();
  const known = new Map<string, Promise<FileConfiguration>>();
  const places = new Map<string, Promise<Place>>();
  const editor = new Map<string, Promise<SettingsJson>>();
  const workspace = new Map<string, Promise<readonly string[]>>();
  // What was known last stays until it is known anew: the project asks in the middle of a check, which cannot wait.
  const settled = { folders: [] as readonly string[], places: new Map<string, Place>() };
  const readProjectFile: ReadProjectFile = (folder, name) => kept(files, `${folder}/${name}`, () => projectFile(folder, name, sources));
  const folders = async (): Promise<readonly string[]> => (settled.folders = await kept(workspace, '', sources.folders));
  const placeOf = async (folder: string): Promise<Place> => {
    const place = await kept(places, folder, async () => placeIn(folder, await folders(), readProjectFile));
    settled.places.set(folder, place);
    return place;
  };
  const settingsFor = (scope: string): Promise<SettingsJson> => kept(editor, scope, () => sources.editorSettings(scope));
  const configured = async (uri: string): Promise<FileConfiguration> => {
    const [place, json] = await Promise.all([placeOf(parentUri(uri) ?? ''), settingsFor(uri)]);
    return folderConfiguration(place, json, sources).of(uri);
  };
  const of = async (uri: string): Promise<FileConfiguration> => {
    const asked = kept(known, uri, () => configured(uri));
    const answer = await asked;
    // What was asked for can have changed before the answer came.
    return known.get(uri) === asked ? answer : of(uri);
  };
  return {
    of,
    inFolder: async (folder) => {
      const place = await placeOf(folder);
      return folderConfiguration(place, await settingsFor(place.workspace ?? folder), sources);
    },
    folders,
    sourceRootsOf: (uri) => settled.places.get(parentUri(uri) ?? '')?.sourceRoots ?? [],
    pathOf: (uri) => pathIn(settled.places.get(parentUri(uri) ?? '') ?? { workspace: innermost(settled.folders, uri) }, uri),
    topOf: (uri) => {
      const top = innermost(settled.folders, uri);
      return top && `${top}/`;
    },
    editorChanged: () => {
      for (const cache of [known, places, editor, workspace]) cache.clear();
    },
    filesChanged: () => {
      for (const cache of [known, places, files]) cache.clear();
    },
  };
}

/** A failed attempt is not kept: the next one may do better. */
function kept<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = cache.get(key);
  if (found) return found;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

type ReadProjectFile = (folder: string, name: string) => Promise<ProjectFile | undefined>;

/** What project files say in a folder. */
interface Place {
  readonly workspace: string | undefined;
  readonly deciding: ProjectFile | undefined;
  readonly pyproject: ProjectFile | undefined;
  readonly sourceRoots: readonly string[];
}

async function placeIn(folder: string, folders: readonly string[], read: ReadProjectFile): Promise<Place> {
  const workspace = innermost(folders, `${folder}/`);
  const { deciding, pyproject } = decidingFiles(await projectFilesAbove(folder, workspace, read));
  const roots = pyproject === undefined ? [] : sourceRoots(pyproject.document).map((root) => rootFrom(pyproject.folder, root, encodedName));
  return { workspace, deciding, pyproject, sourceRoots: roots };
}

/** The innermost of the folders that holds a file. */
function innermost(folders: readonly string[], uri: string): string | undefined {
  return folders.filter((folder) => pathBelow(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
}

function folderConfiguration(place: Place, json: SettingsJson, sources: ConfigurationSources): FolderConfiguration {
  const { workspace, deciding, pyproject } = place;
  const { host } = sources;
  const editor = readEditorSettings(json, sources.codes);
  const settings = mergedSettings(deciding?.values ?? {}, editor.values);
  const root = deciding?.folder ?? workspace;
  const target = projectTarget(pyproject?.document, settings);
  const pathOf = (uri: string): string => (root === undefined ? undefined : pathBelow(root, uri)) ?? fileName(uri);
  const shared = {
    target,
    origin: [settings.profile, ...(deciding ? [deciding.name] : []), `Python ${target.python.major}.${target.python.minor}`].join(' · '),
    projectFile: projectFileOf(deciding ?? pyproject),
    problems: [
      ...(deciding ? deciding.problems.map((problem) => placed(problem, deciding)) : []),
      ...editor.problems.map(({ key, message }) => ({ text: `${quoted(`servicePatterns.${key}`)}: ${message}`, place: undefined })),
    ],
  };
  return {
    of: (uri) => ({
      ...shared,
      settings: settingsOfFile(settings, pathOf(uri), host.matchesGlob),
      path: pathIn(place, uri),
      exclusion: exclusionOf(uri, pathOf(uri), settings, host),
    }),
    // A folder is left out when a glob means everything in it.
    excludes: (uri, isFolder) =>
      exclusionOf(isFolder ? `${uri}/_` : uri, pathOf(isFolder ? `${uri}/_` : uri), settings, host) !== undefined,
  };
}

/** Where a file stands in its project: below the nearest project file, or else in the workspace. */
function pathIn({ pyproject, deciding, workspace }: Partial<Place>, uri: string): string {
  return pathBelow(pyproject?.folder ?? deciding?.folder ?? workspace ?? '', uri) ?? fileName(uri);
}

function projectFileOf(file: ProjectFile | undefined): FileConfiguration['projectFile'] {
  return file && { uri: `${file.folder}/${file.name}`, name: file.name, text: file.document.text };
}

/** The project files of a folder and of those above it, up to the workspace folder. */
async function projectFilesAbove(
  start: string,
  workspace: string | undefined,
  read: ReadProjectFile,
): Promise<readonly FolderFiles<ProjectFile>[]> {
  const found: FolderFiles<ProjectFile>[] = [];
  let folder: string | undefined = start === '' ? undefined : start;
  while (folder !== undefined && found.length < highestSearch) {
    const [standalone, pyproject] = await Promise.all([read(folder, standaloneFileName), read(folder, projectFileName)]);
    found.push({ standalone, pyproject });
    if (folder === workspace) break;
    folder = parentUri(folder);
  }
  return found;
}

async function projectFile(
  folder: string,
  name: string,
  { host, codes, readFile }: ConfigurationSources,
): Promise<ProjectFile | undefined> {
  const text = await readFile(`${folder}/${name}`);
  if (text === undefined || text.length > largestProjectFile) return undefined;
  const document = host.parseConfig(text);
  return { folder, name, ...projectSettings(document, name, codes) };
}

function exclusionOf(uri: string, path: string, { enable, exclude }: Settings, host: Host): string | undefined {
  if (!enable) return 'turned off by `servicePatterns.enable`';
  if (schemeOf(uri) === 'vscode-notebook-cell') return 'cells of notebooks are not checked';
  if (uncheckedSchemes.has(schemeOf(uri))) return 'not a file of its own';
  if (/\/(?:site|dist)-packages\//.test(uri)) return 'an installed package';
  const glob = [...builtInExcludes, ...exclude].find((candidate) => isMeantBy(candidate, path, host.matchesGlob));
  return glob === undefined ? undefined : `excluded by ${quoted(glob)}`;
}

function placed({ message, range }: SettingsProblem, file: ProjectFile): ConfigurationProblem {
  const line = file.document.text.slice(0, range?.start ?? 0).split('\n').length;
  return { text: `${file.name}:${line} ${message}`, place: { uri: `${file.folder}/${file.name}`, line: line - 1 } };
}

/**
 * Which settings a file has: the nearest project file with a table of ours, then the editor, then the defaults.
 *
 * Invariants: the command line decides in the same way, so that both report the same; no file is read but those of the
 * two names, in the file's folder and above it up to the workspace folder; whatever is read is kept until it changes.
 */
import { quoted } from '../settings/read';
import { builtInExcludes } from '../settings/schema';
import type { Settings } from '../settings/schema';
import type { KnownCodes } from '../settings/codes';
import { mergedSettings, projectFileName, readEditorSettings, standaloneFileName } from '../settings/parse';
import type { SettingsJson, SettingsProblem } from '../settings/parse';
import { decidingFiles, highestSearch, isMeantBy, largestProjectFile, projectSettings, settingsOfFile } from '../settings/projectFiles';
import type { FolderFiles, ProjectSettings } from '../settings/projectFiles';
import { projectTarget } from '../settings/target';
import type { Target } from '../settings/target';
import type { Host } from './host';
import { fileName, parentUri, pathBelow, schemeOf } from './uris';

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
  /** What is wrong in the project file that decides, with its place: `pyproject.toml:41 …`. */
  readonly problems: readonly string[];
}

export interface Configuration {
  of(uri: string): Promise<FileConfiguration>;
  /** Forgets what the editor said. */
  editorChanged(): void;
  /** Forgets what stood in project files. */
  filesChanged(): void;
}

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
const uncheckedSchemes: ReadonlySet<string> = new Set(['git', 'output', 'vscode-notebook-cell', 'vscode-chat-code-block', 'vscode-scm']);

export function createConfiguration(sources: ConfigurationSources): Configuration {
  const files = new Map<string, Promise<ProjectFile | undefined>>();
  const known = new Map<string, Promise<FileConfiguration>>();
  const readProjectFile = (folder: string, name: string): Promise<ProjectFile | undefined> =>
    kept(files, `${folder}/${name}`, () => projectFile(folder, name, sources));
  const of = async (uri: string): Promise<FileConfiguration> => {
    const asked = kept(known, uri, () => configurationOf(uri, sources, readProjectFile));
    const answer = await asked;
    // What was asked for can have changed before the answer came.
    return known.get(uri) === asked ? answer : of(uri);
  };
  return {
    of,
    editorChanged: () => known.clear(),
    filesChanged: () => {
      known.clear();
      files.clear();
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

async function configurationOf(uri: string, sources: ConfigurationSources, read: ReadProjectFile): Promise<FileConfiguration> {
  const [folders, json] = await Promise.all([sources.folders(), sources.editorSettings(uri)]);
  const workspace = folders.filter((folder) => pathBelow(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
  const { deciding, pyproject } = decidingFiles(await projectFilesAbove(uri, workspace, read));
  const editor = readEditorSettings(json, sources.codes);
  const settings = mergedSettings(deciding?.values ?? {}, editor.values);
  const root = deciding?.folder ?? workspace;
  const path = (root === undefined ? undefined : pathBelow(root, uri)) ?? fileName(uri);
  const target = projectTarget(pyproject?.document, settings);
  return {
    settings: settingsOfFile(settings, path, sources.host.matchesGlob),
    target,
    path: pathBelow(pyproject?.folder ?? root ?? '', uri) ?? fileName(uri),
    exclusion: exclusionOf(uri, path, settings, sources.host),
    origin: [settings.profile, ...(deciding ? [deciding.name] : []), `Python ${target.python.major}.${target.python.minor}`].join(' · '),
    projectFile: projectFileOf(deciding ?? pyproject),
    problems: [
      ...(deciding ? deciding.problems.map((problem) => placed(problem, deciding)) : []),
      ...editor.problems.map(({ key, message }) => `${quoted(`servicePatterns.${key}`)}: ${message}`),
    ],
  };
}

function projectFileOf(file: ProjectFile | undefined): FileConfiguration['projectFile'] {
  return file && { uri: `${file.folder}/${file.name}`, name: file.name, text: file.document.text };
}

/** The project files of the file's folder and of those above it, up to the workspace folder. */
async function projectFilesAbove(
  uri: string,
  workspace: string | undefined,
  read: ReadProjectFile,
): Promise<readonly FolderFiles<ProjectFile>[]> {
  const found: FolderFiles<ProjectFile>[] = [];
  let folder = parentUri(uri);
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
  if (uncheckedSchemes.has(schemeOf(uri))) return 'not a file of its own';
  if (/\/(?:site|dist)-packages\//.test(uri)) return 'an installed package';
  const glob = [...builtInExcludes, ...exclude].find((candidate) => isMeantBy(candidate, path, host.matchesGlob));
  return glob === undefined ? undefined : `excluded by ${quoted(glob)}`;
}

function placed({ message, range }: SettingsProblem, file: ProjectFile): string {
  const line = file.document.text.slice(0, range?.start ?? 0).split('\n').length;
  return `${file.name}:${line} ${message}`;
}

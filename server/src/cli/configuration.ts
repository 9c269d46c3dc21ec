/**
 * Which settings a file has.
 *
 * Invariants: the nearest project file with a table of ours decides alone, and nothing above the repository's root is
 * read; each project file is read once; what is wrong in one is told once, and its good part counts.
 */
import { parentOf, joined, nameOf, relativeTo } from './paths';
import { decoded } from './content';
import { linesOf } from './places';
import type { CliHost } from './ports';
import type { ConfigurationProblem } from './report/report';
import type { KnownCodes } from '../settings/codes';
import { mergedSettings, projectFileName, standaloneFileName } from '../settings/parse';
import { decidingFiles, highestSearch, isMeantBy, largestProjectFile, projectSettings, settingsOfFile } from '../settings/projectFiles';
import type { ProjectSettings } from '../settings/projectFiles';
import { builtInExcludes } from '../settings/schema';
import type { Settings } from '../settings/schema';
import { rootFrom, sourceRoots } from '../settings/sourceRoots';
import { projectTarget } from '../settings/target';
import type { Target } from '../settings/target';

/** What settings say of one file. */
export interface FileConfiguration {
  readonly settings: Settings;
  readonly target: Target;
  /** Where the file stands in its project: relative to the folder of the nearest project file, else to one that the user named. */
  readonly path: string;
  /** Folders, with a `/` at their ends, in which the project keeps its modules, as its project file says. */
  readonly sourceRoots: readonly string[];
}

/** The settings of all files, read when they are asked for. */
export interface Configuration {
  /** The settings of a file by its absolute path. */
  of(absolute: string): FileConfiguration;
  /** Whether something that was found in a folder is left out. */
  isExcluded(absolute: string, isFolder: boolean): boolean;
  /** What was wrong in the files read so far, in the order read. */
  problems(): readonly ConfigurationProblem[];
}

/** Where settings come from. */
export interface ConfigurationSource {
  readonly host: CliHost;
  readonly codes: KnownCodes;
  /** What the command line sets. */
  readonly overrides: Partial<Settings>;
  /** `nearest`: the project files above each file; `none`: no file; else one file for all. */
  readonly from: 'nearest' | 'none' | { readonly file: string };
  /** What the user named, by absolute paths. A folder elsewhere than the working folder stands for a project without a file. */
  readonly named: readonly string[];
}

/** Reads settings from there, each project file once. */
export function configurationFrom({ host, codes, overrides, from, named }: ConfigurationSource): Configuration {
  const problems: ConfigurationProblem[] = [];
  const reader = projectFileReader(host, codes, problems);
  const fixed = typeof from === 'object' ? reader.named(from.file) : undefined;
  const places = new Map<string, Place>();
  const placeOf = (folder: string): Place => {
    const known = places.get(folder);
    if (known !== undefined) return known;
    const place = placeFrom(from === 'none' ? [] : foldersAbove(folder, host), reader, fixed, overrides, host);
    places.set(folder, place);
    return place;
  };
  const isExcluded = (absolute: string, isFolder: boolean): boolean => {
    const { root, settings } = placeOf(parentOf(absolute) ?? '/');
    const path = relativeTo(root, absolute) ?? nameOf(absolute);
    // A folder is left out when a glob means everything in it.
    const isMeant = (glob: string, subject: string): boolean =>
      isMeantBy(glob, subject, host.matchesGlob) || (isFolder && isMeantBy(glob, `${subject}/_`, host.matchesGlob));
    return builtInExcludes.some((glob) => isMeant(glob, nameOf(absolute))) || settings.exclude.some((glob) => isMeant(glob, path));
  };
  return {
    of: (absolute) => ofFile(absolute, placeOf(parentOf(absolute) ?? '/'), named, host),
    isExcluded,
    problems: () => problems,
  };
}

/** What holds in one folder. */
interface Place extends Omit<FileConfiguration, 'path'> {
  /** The folder that globs are relative to. */
  readonly root: string;
  /** The folder of the nearest project file. */
  readonly project: string;
}

interface ProjectFile extends ProjectSettings {
  readonly path: string;
  readonly folder: string;
}

interface ProjectFileReader {
  /** A project file in a folder, if there is one. */
  in(folder: string, name: string): ProjectFile | undefined;
  /** The file that the user named; all of it holds settings unless it is a `pyproject.toml`. */
  named(path: string): ProjectFile | undefined;
}

function placeFrom(
  folders: readonly string[],
  reader: ProjectFileReader,
  fixed: ProjectFile | undefined,
  overrides: Partial<Settings>,
  host: CliHost,
): Place {
  const found = decidingFiles(
    folders.map((folder) => ({ standalone: reader.in(folder, standaloneFileName), pyproject: reader.in(folder, projectFileName) })),
  );
  const deciding = fixed ?? found.deciding;
  const root = fixed === undefined && deciding !== undefined ? deciding.folder : host.files.absolute('.');
  const settings = mergedSettings(overrides, deciding?.values ?? {});
  const { folder: project = root, document } = found.pyproject ?? {};
  const roots = document === undefined ? [] : sourceRoots(document).map((path) => rootFrom(project, path, (part) => part));
  return { settings, root, project, target: projectTarget(document, settings), sourceRoots: roots };
}

function ofFile(
  absolute: string,
  { settings, root, project, target, sourceRoots: roots }: Place,
  named: readonly string[],
  host: CliHost,
): FileConfiguration {
  const belowRoot = relativeTo(root, absolute) ?? nameOf(absolute);
  return {
    settings: settingsOfFile(settings, belowRoot, host.matchesGlob),
    target,
    path: relativeTo(project, absolute) ?? firstBelow(named, absolute) ?? nameOf(absolute),
    sourceRoots: roots,
  };
}

function firstBelow(folders: readonly string[], absolute: string): string | undefined {
  for (const folder of folders) {
    const below = relativeTo(folder, absolute);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The folder and those above it, up to the root of the repository. */
function foldersAbove(folder: string, { files }: CliHost): readonly string[] {
  const folders: string[] = [];
  for (let at: string | undefined = folder; at !== undefined && folders.length < highestSearch; at = parentOf(at)) {
    folders.push(at);
    if (files.info(joined(at, '.git')) !== undefined) break;
  }
  return folders;
}

function projectFileReader(host: CliHost, codes: KnownCodes, problems: ConfigurationProblem[]): ProjectFileReader {
  const known = new Map<string, ProjectFile | undefined>();
  const read = (path: string, name: string): ProjectFile | undefined => {
    if (known.has(path)) return known.get(path);
    const file = projectFile(path, name, host, codes, problems);
    known.set(path, file);
    return file;
  };
  return {
    in: (folder, name) => read(joined(folder, name), name),
    named: (path) => {
      const file = read(path, nameOf(path) === projectFileName ? projectFileName : standaloneFileName);
      if (file === undefined) problems.push({ file: path, place: start, message: 'There is no such configuration file' });
      return file;
    },
  };
}

const start = { line: 1, column: 1 };

function projectFile(
  path: string,
  name: string,
  { files, parseConfig }: CliHost,
  codes: KnownCodes,
  problems: ConfigurationProblem[],
): ProjectFile | undefined {
  const info = files.info(path);
  if (info?.kind !== 'file') return undefined;
  const bytes = info.size > largestProjectFile ? { problem: `larger than ${largestProjectFile / 1024} kB` } : files.read(path);
  const content = bytes instanceof Uint8Array ? decoded(bytes) : bytes;
  if ('problem' in content) {
    problems.push({ file: path, place: start, message: `The settings here were not read: ${content.problem}` });
    return undefined;
  }
  const document = parseConfig(content.text);
  const read = projectSettings(document, name, codes);
  const lines = linesOf(content.text);
  for (const { message, range } of read.problems) problems.push({ file: path, place: lines.place(range?.start ?? 0), message });
  return { path, folder: parentOf(path) ?? '/', ...read };
}

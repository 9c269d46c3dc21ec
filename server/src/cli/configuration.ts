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
import type { ConfigDocument } from '../syntax/config';
import type { KnownCodes } from '../settings/codes';
import { mergedSettings, projectFileName, readProjectSettings, settingsTable, standaloneFileName } from '../settings/parse';
import { builtInExcludes } from '../settings/schema';
import type { Settings } from '../settings/schema';
import { projectTarget } from '../settings/target';
import type { Target } from '../settings/target';

export interface FileConfiguration {
  readonly settings: Settings;
  readonly target: Target;
}

export interface Configuration {
  /** The settings of a file by its absolute path. */
  of(absolute: string): FileConfiguration;
  /** Whether something that was found in a folder is left out. */
  isExcluded(absolute: string, isFolder: boolean): boolean;
  /** What was wrong in the files read so far, in the order read. */
  problems(): readonly ConfigurationProblem[];
}

export interface ConfigurationSource {
  readonly host: CliHost;
  readonly codes: KnownCodes;
  /** What the command line sets. */
  readonly overrides: Partial<Settings>;
  /** `nearest`: the project files above each file; `none`: no file; else one file for all. */
  readonly from: 'nearest' | 'none' | { readonly file: string };
}

/** In kilobytes. Nobody writes a larger one by hand. */
const largestProjectFile = 256;
const highestSearch = 64;

export function configurationFrom({ host, codes, overrides, from }: ConfigurationSource): Configuration {
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
      matches(glob, subject, host) || (isFolder && matches(glob, `${subject}/_`, host));
    return builtInExcludes.some((glob) => isMeant(glob, nameOf(absolute))) || settings.exclude.some((glob) => isMeant(glob, path));
  };
  return {
    of: (absolute) => ofFile(absolute, placeOf(parentOf(absolute) ?? '/'), host),
    isExcluded,
    problems: () => problems,
  };
}

/** What holds in one folder. */
interface Place extends FileConfiguration {
  /** The folder that globs are relative to. */
  readonly root: string;
}

interface ProjectFile {
  readonly path: string;
  readonly document: ConfigDocument;
  readonly hasTable: boolean;
  readonly values: Partial<Settings>;
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
  let pyproject: ProjectFile | undefined;
  let deciding = fixed;
  let root = host.files.absolute('.');
  for (const folder of folders) {
    const candidates = [reader.in(folder, standaloneFileName), reader.in(folder, projectFileName)];
    pyproject ??= candidates[1];
    if (deciding !== undefined) continue;
    deciding = candidates.find((file) => file?.hasTable);
    if (deciding !== undefined) root = folder;
  }
  const settings = mergedSettings(overrides, deciding?.values ?? {});
  return { settings, root, target: projectTarget(pyproject?.document, settings) };
}

/** Ignores for files that match a glob become ignores of the file. */
function ofFile(absolute: string, { settings, root, target }: Place, host: CliHost): FileConfiguration {
  const path = relativeTo(root, absolute) ?? nameOf(absolute);
  const ignored = Object.entries(settings.perFileIgnores).flatMap(([glob, codes]) => (matches(glob, path, host) ? codes : []));
  return { settings: ignored.length === 0 ? settings : { ...settings, ignore: [...settings.ignore, ...ignored] }, target };
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

/** A glob without a slash means any file or folder of that name. */
function matches(glob: string, path: string, host: CliHost): boolean {
  if (!glob.includes('/')) return path.split('/').some((part) => host.matchesGlob(glob, part));
  return host.matchesGlob(glob, path);
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
  const bytes = info.size > largestProjectFile * 1024 ? { problem: `larger than ${largestProjectFile} kB` } : files.read(path);
  const content = bytes instanceof Uint8Array ? decoded(bytes) : bytes;
  if ('problem' in content) {
    problems.push({ file: path, place: start, message: `The settings here were not read: ${content.problem}` });
    return undefined;
  }
  const document = parseConfig(content.text);
  const layer = readProjectSettings(document, name, codes);
  const lines = linesOf(content.text);
  for (const { message, range } of layer.problems) problems.push({ file: path, place: lines.place(range?.start ?? 0), message });
  return { path, document, hasTable: settingsTable(document, name) !== undefined, values: layer.values };
}

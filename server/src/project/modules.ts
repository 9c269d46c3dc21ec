/**
 * Which file a module name means, seen from another file.
 *
 * Invariants: files are known by paths (or URIs) with `/` between their parts, folders by what comes before the name of a file
 * in them (`app/`, and nothing for the topmost of relative paths); the search follows Python's, from the source roots that the
 * layout of the files shows, nearest first, and ends with the packages of other projects beside them; a package's `__init__`
 * stands for the package, a stub stands for a module only where there is no other file of it, and is asked besides where there is
 * one. Nothing is read here: a port says what exists.
 */
import type { FileId } from './files';

/** What exists. */
export interface ModuleFiles {
  isFile(path: string): boolean;
  /** Whether there is a folder with Python files in it or below. */
  isFolder(path: string): boolean;
  /** The folders of the packages with a name that are known, wherever they are. */
  packagesNamed(name: string): readonly string[];
  /** Folders that project files name as source roots, for a file. */
  rootsFor(file: FileId): readonly string[];
  /** The folder above which no module is looked for; undefined where there is no such folder. */
  topFor(file: FileId): string | undefined;
}

/** A module: a file, or a folder without an `__init__`, which holds nothing but other modules. */
export interface Module {
  /** The file whose names are the module's; undefined for a namespace package. */
  readonly file: FileId | undefined;
  /** The folder in which its submodules stand, with a `/` at its end; undefined for a plain module. */
  readonly folder: string | undefined;
}

/** Modules by name, as Python finds them, and names of modules by file. */
export interface Modules {
  /** The module with a top-level name, as a file imports it. */
  topLevel(name: string, from: FileId): Module | undefined;
  /** The module that a relative import with so many dots starts from. */
  relative(dots: number, from: FileId): Module | undefined;
  submodule(parent: Module, name: string): Module | undefined;
  /** The stub beside a module, which says what the module itself does not. */
  stubOf(file: FileId): FileId | undefined;
  /** The dotted name by which a file is imported from its own source root. */
  nameOf(file: FileId): string;
}

/** Finds modules among these files; each name is looked up once. */
export function createModules(files: ModuleFiles): Modules {
  const found = new Map<string, Module | undefined>();
  const roots = new Map<string, readonly string[]>();
  const stubs = new Map<FileId, FileId | undefined>();
  const inFolder = (folder: string, name: string): Module | undefined => {
    const path = folder + name;
    if (found.has(path)) return found.get(path);
    const module = moduleAt(path, files);
    found.set(path, module);
    return module;
  };
  const rootsOf = (file: FileId): readonly string[] => {
    const folder = parentOf(file);
    const known = roots.get(folder) ?? sourceRoots(file, files);
    roots.set(folder, known);
    return known;
  };
  const elsewhere = new Map<string, string | undefined>();
  return {
    topLevel: (name, from) => {
      let found: Module | undefined;
      for (const root of rootsOf(from)) {
        found = inFolder(root, name);
        if (found !== undefined) break;
      }
      if (found?.file !== undefined) return found;
      const top = files.topFor(from) ?? '';
      const key = `${name} ${top}`;
      if (!elsewhere.has(key)) elsewhere.set(key, onlyPackage(name, top, files));
      const folder = elsewhere.get(key);
      // A folder of the same name around it is that of the project which it is the package of.
      return folder !== undefined && (found === undefined || folder.startsWith(found.folder ?? '')) ? packageAt(folder, files) : found;
    },
    relative: (dots, from) => {
      let folder = parentOf(from);
      for (let level = 1; level < dots; level += 1) folder = parentOf(folder);
      return packageAt(folder, files) ?? { file: undefined, folder };
    },
    submodule: ({ folder }, name) => (folder === undefined ? undefined : inFolder(folder, name)),
    stubOf: (file) => {
      if (!stubs.has(file)) stubs.set(file, file.endsWith('.py') && files.isFile(`${file}i`) ? `${file}i` : undefined);
      return stubs.get(file);
    },
    nameOf: (file) => moduleName(file, files),
  };
}

const endings = ['.py', '.pyi'];

function moduleAt(path: string, files: ModuleFiles): Module | undefined {
  const regular = packageAt(`${path}/`, files);
  if (regular !== undefined) return regular;
  const file = endings.map((ending) => path + ending).find((candidate) => files.isFile(candidate));
  if (file !== undefined) return { file, folder: undefined };
  return files.isFolder(path) ? { file: undefined, folder: `${path}/` } : undefined;
}

function packageAt(folder: string, files: ModuleFiles): Module | undefined {
  const file = endings.map((ending) => `${folder}__init__${ending}`).find((candidate) => files.isFile(candidate));
  return file === undefined ? undefined : { file, folder };
}

/** The folder that holds the outermost package which a file is in; the file's own folder where it is in none. */
function ownRoot(file: FileId, files: Pick<ModuleFiles, 'isFile'>): string {
  let folder = parentOf(file);
  while (folder !== '' && endings.some((ending) => files.isFile(`${folder}__init__${ending}`))) folder = parentOf(folder);
  return folder;
}

/** Folders below a root in which projects keep their sources. */
const sourceFolders = ['src', 'lib'];

/**
 * Where a file's absolute imports are looked up: above its own package; in what project files name; then in the folders
 * further up, as for namespace packages and for whoever runs the program from there.
 */
function sourceRoots(file: FileId, files: ModuleFiles): readonly string[] {
  const own = ownRoot(file, files);
  const above: string[] = [];
  const top = files.topFor(file);
  for (let folder = own; above.length < highestSearch && folder !== above.at(-1); folder = parentOf(folder)) {
    above.push(folder);
    if (folder === top) break;
  }
  const outside = above.filter((folder) => ownRoot(`${folder}module.py`, files) === folder);
  const nested = outside.flatMap((folder) => sourceFolders.map((name) => folder + name)).filter((folder) => files.isFolder(folder));
  return [...new Set([own, ...files.rootsFor(file), ...outside, ...nested.map((folder) => `${folder}/`)])];
}

const highestSearch = 12;

/**
 * The package with a top-level name that another project of the repository has; undefined where several have one, as which of them
 * is installed is not known.
 */
function onlyPackage(name: string, top: string, files: ModuleFiles): string | undefined {
  const outermost = files.packagesNamed(name).filter((folder) => folder.startsWith(top) && ownRoot(folder, files) === parentOf(folder));
  return outermost.length === 1 ? outermost[0] : undefined;
}

function moduleName(file: FileId, files: ModuleFiles): string {
  const path = file.slice(ownRoot(file, files).length).replace(/\.pyi?$/, '');
  return path.replace(/\/__init__$/, '').replaceAll('/', '.');
}

/** The folder that a file or folder stands in; that of the topmost is itself. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1) || (path.startsWith('/') ? '/' : '');
}

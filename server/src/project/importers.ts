/**
 * Which files may come to speak of what another one defines: those whose imports lead there, however far.
 *
 * Invariant: whoever leads to a file is among those that are told; a file of which it is not known what it imports, or that
 * imports one of which it is not, leads everywhere.
 */
import type { Module, Modules } from './modules';
import type { FileId } from './files';

/** Files of which is known what they import. */
export interface ImportingFiles {
  readonly files: readonly FileId[];
  /** The modules that a file imports or imports from, as it writes them; undefined where that is not known. */
  importsOf(file: FileId): readonly string[] | undefined;
}

/** Who imports whom among the members, however far. */
export interface Importers {
  /** Whether all that members import are members, so that there is no file besides. */
  readonly areAllMembers: boolean;
  /** Whether the imports of a member lead to a file; a file leads to itself. */
  leadingTo(file: FileId): (member: FileId) => boolean;
}

/** `filesOf` says which files importing a module goes through. */
export function createImporters(members: ImportingFiles, filesOf: (module: string, from: FileId) => readonly FileId[]): Importers {
  const { files } = members;
  const numbers = new Map(files.map((file, number) => [file, number]));
  const known = new Map<FileId, Uint8Array>();
  let made: Graph | undefined;
  const graph = (): Graph => (made ??= graphOf(members, numbers, filesOf));
  return {
    get areAllMembers() {
      return graph().open.length === 0;
    },
    leadingTo: (file) => {
      const leading = known.get(file) ?? leadingTo(numbers.get(file), graph());
      known.set(file, leading);
      return (member) => member === file || leading[numbers.get(member) ?? -1] !== 0;
    },
  };
}

/** By number. */
interface Graph {
  readonly importers: readonly (readonly number[])[];
  /** Files that may lead anywhere. */
  readonly open: readonly number[];
}

function graphOf(
  members: ImportingFiles,
  numbers: ReadonlyMap<FileId, number>,
  filesOf: (module: string, from: FileId) => readonly FileId[],
): Graph {
  const importers = Array.from(numbers, (): number[] => []);
  const open: number[] = [];
  for (const [file, number] of numbers) {
    const modules = members.importsOf(file);
    const imported = new Set(modules?.flatMap((module) => filesOf(module, file)));
    let isOpen = modules === undefined;
    for (const target of imported) {
      const at = numbers.get(target);
      if (at === undefined) isOpen = true;
      else importers[at]?.push(number);
    }
    if (isOpen) open.push(number);
  }
  return { importers, open };
}

/** 1 for each file that leads to one, which may be none of the members. */
function leadingTo(file: number | undefined, { importers, open }: Graph): Uint8Array {
  const leading = new Uint8Array(importers.length);
  if (file === undefined) return leading.fill(1);
  const pending = [file, ...open];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (leading[next] !== 0) continue;
    leading[next] = 1;
    pending.push(...(importers[next] ?? []));
  }
  return leading;
}

/** The files that importing a dotted name goes through: packages, and the module or the package that offers the last part. */
export function modulesOnTheWay(name: string, from: FileId, modules: Modules): readonly FileId[] {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const [first = '', ...rest] = name.slice(dots).split('.');
  const files: FileId[] = [];
  let current: Module | undefined = dots > 0 ? modules.relative(dots, from) : modules.topLevel(first, from);
  for (const part of dots > 0 ? [first, ...rest] : rest) {
    if (current === undefined) break;
    if (current.file !== undefined) files.push(...withStub(current.file, modules));
    current = part === '' ? undefined : modules.submodule(current, part);
  }
  if (current?.file !== undefined) files.push(...withStub(current.file, modules));
  return files;
}

function withStub(file: FileId, modules: Modules): readonly FileId[] {
  const stub = modules.stubOf(file);
  return stub === undefined ? [file] : [file, stub];
}

/** Whether a file is the `__init__` of a package that holds another, which runs before that, whoever imports it. */
export function isPackageAround(file: FileId, other: FileId): boolean {
  const folder = /^(.*\/|)__init__\.py$/.exec(file)?.[1];
  return folder !== undefined && other.startsWith(folder);
}

/**
 * Which chunks of a file bind a name in its module, read it from outside, or import something.
 *
 * Invariants: an answer follows from the chunks of one version alone. It is found in lists that were made for the chunks of
 * some other version, as far as both have the same chunks at their beginning and end; what stands between is looked through,
 * so at each keystroke only what changed is read. Lists are made anew when too much stands between.
 */
import type { Chunk, PlacedChunk } from '../syntax/node';
import type { ChunkCalls } from './chunkCalls';
import { aroundChunk, type ChunkScopes } from './chunkScopes';
import { LeadingNames } from './leadingNames';

/** What is known of chunks, from version to version. */
export class KeptScopes {
  readonly #scopes = new WeakMap<Chunk, ChunkScopes>();
  /** The lists that were made last: any version can be compared with any other's. */
  lists: Lists | undefined;
  #imports: FileImports | undefined;
  #leading: { readonly ends: object; readonly names: LeadingNames } | undefined;

  get(chunk: Chunk): ChunkScopes | undefined {
    return this.#scopes.get(chunk);
  }

  set(chunk: Chunk, scopes: ChunkScopes): void {
    this.#scopes.set(chunk, scopes);
  }

  /** What chunks import; the same object as long as the same chunks do. */
  importsOf(importing: readonly ChunkScopes[]): FileImports {
    if (this.#imports?.isOf(importing) !== true) this.#imports = new FileImports(importing);
    return this.#imports;
  }

  /** See `Scopes.namesLeadingTo`; `calls`: those of one version's chunks. */
  namesLeadingTo(ends: object, isEnd: (name: string) => boolean, calls: readonly ChunkCalls[]): LeadingNames {
    if (this.#leading?.ends !== ends || this.#leading.names.isOutgrown(calls.length))
      this.#leading = { ends, names: new LeadingNames(isEnd) };
    this.#leading.names.add(calls);
    return this.#leading.names;
  }
}

/** What the chunks of a file import together. Each list is made when it is first asked for: most files are asked for few. */
export class FileImports {
  readonly #from: readonly ChunkScopes[];
  readonly modules: ReadonlySet<string>;
  readonly stars: readonly string[];
  #packages: ReadonlySet<string> | undefined;
  #roots: ReadonlySet<string> | undefined;
  #names: ReadonlySet<string> | undefined;

  constructor(from: readonly ChunkScopes[]) {
    this.#from = from;
    this.modules = new Set(from.flatMap(({ modules }) => modules));
    this.stars = from.flatMap(({ stars }) => stars);
  }

  isOf(from: readonly ChunkScopes[]): boolean {
    return from.length === this.#from.length && from.every((scopes, at) => scopes === this.#from[at]);
  }

  /** The modules, and the packages that they stand in. */
  get packages(): ReadonlySet<string> {
    return (this.#packages ??= new Set([...this.modules].flatMap(withPackages)));
  }

  /** The first parts of those that are not relative. */
  get roots(): ReadonlySet<string> {
    return (this.#roots ??= new Set(rootsOf(this.modules)));
  }

  /** The names that the imports bind. */
  get names(): ReadonlySet<string> {
    return (this.#names ??= new Set(this.#from.flatMap(importedNames)));
  }
}

function importedNames({ declarations }: ChunkScopes): readonly string[] {
  return declarations.flatMap(({ imported, text }) => (imported === undefined ? [] : [text]));
}

/** The first parts of absolute module names. */
export function* rootsOf(modules: Iterable<string>): Iterable<string> {
  for (const module of modules) {
    const dot = module.indexOf('.');
    if (dot !== 0) yield dot < 0 ? module : module.slice(0, dot);
  }
}

/** `a.b.c`, `a.b` and `a`: who imports the first imports something below the others. */
export function withPackages(module: string): readonly string[] {
  const names = [module];
  for (let dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) names.push(module.slice(0, dot));
  return names;
}

/** The index of one version of a file. */
export class ChunkIndex {
  readonly #chunks: readonly PlacedChunk[];
  readonly #scopesAt: (position: number) => ChunkScopes;
  readonly #lists: Lists;
  /** How many chunks are the same at the beginning and at the end. */
  readonly #before: number;
  readonly #after: number;

  /** `scopesAt` says what a chunk binds and reads; it is asked at once for every chunk that is not in the lists. */
  constructor(chunks: readonly PlacedChunk[], kept: KeptScopes, scopesAt: (position: number) => ChunkScopes) {
    this.#chunks = chunks;
    this.#scopesAt = scopesAt;
    const { lists } = kept;
    const before = lists === undefined ? 0 : lists.sameBefore(chunks);
    const after = lists === undefined ? 0 : lists.sameAfter(chunks, before);
    if (lists !== undefined && chunks.length - before - after <= mostBetween) {
      this.#lists = lists;
      this.#before = before;
      this.#after = after;
      for (let position = before; position < chunks.length - after; position += 1) scopesAt(position);
    } else {
      const scopes = chunks.map((_, position) => scopesAt(position));
      kept.lists = this.#lists = new Lists(chunks, scopes);
      this.#before = chunks.length;
      this.#after = 0;
    }
  }

  /** The positions of the chunks that bind a name of the module, in order. */
  binding(name: string): readonly number[] {
    return this.#found(this.#lists.binding.get(name), (scopes, isMember) => binds(scopes, isMember, name));
  }

  /** The positions of the chunks that read a name which they do not bind themselves, in order. */
  reading(name: string): readonly number[] {
    return this.#found(this.#lists.reading.get(name), ({ readings }) => readings().freeNames.has(name));
  }

  /** The positions of the chunks that define a coroutine function of a name, in order. */
  definingCoroutine(name: string): readonly number[] {
    return this.#found(this.#lists.coroutines.get(name), ({ coroutines }) => coroutines.has(name));
  }

  /** The positions of the chunks that import anything, in order. */
  importing(): readonly number[] {
    return this.#found(this.#lists.importing, imports);
  }

  #found(listed: readonly number[] | undefined, isWanted: (scopes: ChunkScopes, isMember: boolean) => boolean): readonly number[] {
    const end = this.#chunks.length - this.#after;
    const listedEnd = this.#lists.count - this.#after;
    if (this.#before === end && end === listedEnd) return listed ?? [];
    const found: number[] = [];
    for (const position of listed ?? []) if (position < this.#before) found.push(position);
    for (let position = this.#before; position < end; position += 1) {
      if (isWanted(this.#scopesAt(position), isMember(this.#chunks[position]))) found.push(position);
    }
    for (const position of listed ?? []) if (position >= listedEnd) found.push(position + end - listedEnd);
    return found;
  }
}

/** More changed chunks than these are read once and not for each name. */
const mostBetween = 32;

/** The lists for the chunks of one version, each made when it is first asked for. */
class Lists {
  readonly #chunks: readonly (Chunk | undefined)[];
  readonly #areMembers: readonly boolean[];
  #binding: ReadonlyMap<string, readonly number[]> | undefined;
  #reading: ReadonlyMap<string, readonly number[]> | undefined;
  #coroutines: ReadonlyMap<string, readonly number[]> | undefined;
  #importing: readonly number[] | undefined;

  constructor(
    chunks: readonly PlacedChunk[],
    readonly scopes: readonly ChunkScopes[],
  ) {
    this.#chunks = chunks.map(({ chunk }) => chunk);
    this.#areMembers = chunks.map(isMember);
  }

  get count(): number {
    return this.#chunks.length;
  }

  get binding(): ReadonlyMap<string, readonly number[]> {
    this.#binding ??= byName(this.scopes, (scopes, position) => boundNames(scopes, this.#areMembers[position] === true));
    return this.#binding;
  }

  get reading(): ReadonlyMap<string, readonly number[]> {
    this.#reading ??= byName(this.scopes, ({ readings }) => readings().freeNames);
    return this.#reading;
  }

  get coroutines(): ReadonlyMap<string, readonly number[]> {
    this.#coroutines ??= byName(this.scopes, ({ coroutines }) => coroutines);
    return this.#coroutines;
  }

  get importing(): readonly number[] {
    this.#importing ??= this.scopes.flatMap((scopes, position) => (imports(scopes) ? [position] : []));
    return this.#importing;
  }

  sameBefore(chunks: readonly PlacedChunk[]): number {
    const most = Math.min(chunks.length, this.count);
    let same = 0;
    while (same < most && this.#isSame(same, chunks[same])) same += 1;
    return same;
  }

  sameAfter(chunks: readonly PlacedChunk[], before: number): number {
    const most = Math.min(chunks.length, this.count) - before;
    let same = 0;
    while (same < most && this.#isSame(this.count - 1 - same, chunks[chunks.length - 1 - same])) same += 1;
    return same;
  }

  #isSame(position: number, placed: PlacedChunk | undefined): boolean {
    return this.#chunks[position] === placed?.chunk && this.#areMembers[position] === isMember(placed);
  }
}

function isMember(placed: PlacedChunk | undefined): boolean {
  return (placed?.parentId ?? 0) > 0;
}

function imports({ modules, stars }: ChunkScopes): boolean {
  return modules.length > 0 || stars.length > 0;
}

/** What members of a class bind belongs to the class, unless they bind it by `global`. */
function binds({ scopes, globals }: ChunkScopes, isMember: boolean, name: string): boolean {
  return globals.has(name) || (!isMember && scopes[aroundChunk]?.names.has(name) === true);
}

function* boundNames({ scopes, globals }: ChunkScopes, isMember: boolean): Iterable<string> {
  if (!isMember) yield* scopes[aroundChunk]?.names.keys() ?? [];
  yield* globals.keys();
}

function byName(
  all: readonly ChunkScopes[],
  namesOf: (scopes: ChunkScopes, position: number) => Iterable<string>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  all.forEach((scopes, position) => {
    for (const name of namesOf(scopes, position)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [position]);
      else if (known[known.length - 1] !== position) known.push(position);
    }
  });
  return found;
}

/**
 * What differs between two versions of a file, and which answers that can have changed.
 *
 * Invariants: chunks that stay do so in their order, members with the header of their class; all others count as changed,
 * those that only moved included, so of what an answer needed nothing can have moved past anything else unnoticed.
 */
import { nodeKinds } from '../syntax/kinds.generated';
import type { Chunk, PlacedChunk } from '../syntax/node';
import { aroundChunk, type ChunkScopes } from './chunkScopes';
import { withPackages, type KeptScopes } from './chunkIndex';
import type { Need } from './reads';

/** What differs between two versions of a file, as far as kept answers may need it. */
export interface Changes {
  /** By position in the new version: the position of the same chunk in the old one; -1 for a changed chunk. */
  readonly before: Int32Array;
  /** Whether one of the needs may be met in another way than before. */
  affect(needs: readonly Need[]): boolean;
}

/**
 * The changes from one version's chunks to another's. What both bind and read has to be in `scopes`; `mayBlock` says of a name
 * whether in the new version something may come to block that has it.
 */
export function changesBetween(
  old: readonly PlacedChunk[],
  now: readonly PlacedChunk[],
  scopes: KeptScopes,
  mayBlock: (name: string) => boolean,
): Changes {
  const before = matched(old, now);
  const touched = new Touched(mayBlock);
  const stayed = new Set(before);
  const oldHeaders = headersOf(old);
  const headers = headersOf(now);
  old.forEach(({ chunk }, position) => {
    if (!stayed.has(position)) touched.add(chunk, scopes.get(chunk), oldHeaders[position]);
  });
  now.forEach(({ chunk }, position) => {
    if ((before[position] ?? -1) < 0) touched.add(chunk, scopes.get(chunk), headers[position]);
  });
  return { before, affect: (needs) => touched.isAny && needs.some((need) => touched.meets(need)) };
}

/** What the changed chunks have to do with. */
class Touched {
  readonly #declared = new Set<string>();
  readonly #read = new Set<string>();
  readonly #coroutines = new Set<string>();
  readonly #imported = new Set<string>();
  readonly #chunks = new Set<Chunk>();
  /** By the headers of large classes with changed members: the attributes that these members have to do with. */
  readonly #attributes = new Map<Chunk, Set<string>>();
  /** Every name that is written in the changed chunks; found when it is first asked for. */
  #written: ReadonlySet<string> | undefined;
  #hasStar = false;
  readonly #mayBlock: (name: string) => boolean;

  constructor(mayBlock: (name: string) => boolean) {
    this.#mayBlock = mayBlock;
  }

  get isAny(): boolean {
    return this.#chunks.size > 0;
  }

  add(chunk: Chunk, scopes: ChunkScopes | undefined, header: Chunk | undefined): void {
    this.#chunks.add(chunk);
    const attributes = header === undefined ? undefined : this.#attributesOf(header);
    if (scopes === undefined) return;
    for (const { name } of scopes.attributeTargets) attributes?.add(name);
    for (const name of scopes.scopes[aroundChunk]?.names.keys() ?? []) attributes?.add(name);
    for (const name of scopes.scopes[aroundChunk]?.names.keys() ?? []) this.#declared.add(name);
    for (const name of scopes.globals.keys()) this.#declared.add(name);
    for (const name of scopes.readings().freeNames) this.#read.add(name);
    for (const name of scopes.coroutines) this.#coroutines.add(name);
    for (const module of scopes.modules) for (const name of withPackages(module)) this.#imported.add(name);
    this.#hasStar ||= scopes.stars.length > 0;
  }

  meets(need: Need): boolean {
    if (need.kind === 'declarations') return this.#declared.has(need.name);
    if (need.kind === 'references') return this.#declared.has(need.name) || this.#read.has(need.name);
    if (need.kind === 'mentions') return (this.#written ??= namesIn(this.#chunks)).has(need.name);
    if (need.kind === 'coroutine') return this.#coroutines.has(need.name);
    if (need.kind === 'blocking') return this.#mayBlock(need.name);
    if (need.kind === 'import') return this.#imported.has(need.name);
    if (need.kind === 'members') return this.#attributes.has(need.header);
    if (need.kind === 'attribute') return this.#chunks.has(need.header) || this.#attributes.get(need.header)?.has(need.name) === true;
    return need.kind === 'whole' || this.#hasStar;
  }

  #attributesOf(header: Chunk): Set<string> {
    const known = this.#attributes.get(header);
    if (known !== undefined) return known;
    const names = new Set<string>();
    this.#attributes.set(header, names);
    return names;
  }
}

function namesIn(chunks: Iterable<Chunk>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.length; index += 1) if (chunk.kindAt(index) === identifierKind) names.add(chunk.nameAt(index));
  }
  return names;
}

const identifierKind = nodeKinds.indexOf('identifier');

/** By position: the header of the large class that a chunk is a member of. */
function headersOf(chunks: readonly PlacedChunk[]): readonly (Chunk | undefined)[] {
  let header: Chunk | undefined;
  return chunks.map(({ chunk, parentId }) => {
    if (parentId > 0) return header;
    header = chunk;
    return undefined;
  });
}

/** By position in the new version: the old position of the same chunk. What stays is found in order, first come first served. */
function matched(old: readonly PlacedChunk[], now: readonly PlacedChunk[]): Int32Array {
  const before = new Int32Array(now.length).fill(-1);
  const oldHeaders = headersOf(old);
  const headers = headersOf(now);
  // Of the chunks themselves, members included, whose headers have stayed as well.
  const isSame = (oldPosition: number, position: number): boolean =>
    old[oldPosition]?.chunk === now[position]?.chunk && oldHeaders[oldPosition] === headers[position];
  let start = 0;
  while (start < old.length && start < now.length && isSame(start, start)) {
    before[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < old.length - start && end < now.length - start && isSame(old.length - 1 - end, now.length - 1 - end)) {
    end += 1;
    before[now.length - end] = old.length - end;
  }
  const places = new Map<Chunk, number>();
  for (let position = old.length - end - 1; position >= start; position -= 1) {
    const chunk = old[position]?.chunk;
    if (chunk !== undefined) places.set(chunk, position);
  }
  let last = start - 1;
  for (let position = start; position < now.length - end; position += 1) {
    const chunk = now[position]?.chunk;
    const place = chunk === undefined ? undefined : places.get(chunk);
    if (place === undefined || place <= last || !isSame(place, position)) continue;
    before[position] = place;
    last = place;
  }
  return withoutLostHeaders(before, now);
}

/** Members stay only where their header does: it may be that the same chunk is the header of another class now. */
function withoutLostHeaders(before: Int32Array, now: readonly PlacedChunk[]): Int32Array {
  let hasStayed = true;
  now.forEach(({ parentId }, position) => {
    if (parentId === 0) hasStayed = (before[position] ?? -1) >= 0;
    else if (!hasStayed) before[position] = -1;
  });
  return before;
}

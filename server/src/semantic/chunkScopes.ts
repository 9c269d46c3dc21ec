/**
 * What one chunk binds and reads: scopes as plain numbers, which hold wherever the chunk stands.
 *
 * Invariants: nodes are indexes in the chunk, scopes are indexes in its list; nothing of it depends on the place of the
 * chunk nor on other chunks, so it is worked out once for each chunk. The first scope is the one around the chunk, of the
 * module or of a large class, as far as this chunk adds to it.
 */
import type { ChunkCalls } from './chunkCalls';
import type { ScopeKind, DeclarationKind } from './scopes';

/** One place in a chunk that binds a name; nodes are indexes in the chunk. */
export interface ChunkDeclaration {
  readonly kind: DeclarationKind;
  /** The name as it is compared with others. */
  readonly text: string;
  /** The scope in which it is bound: an index, or `moduleScope` for a name declared `global`. */
  readonly scope: number;
  readonly name: number;
  readonly node: number;
  /** The nodes of value and annotation; -1 where there is none. */
  readonly value: number;
  readonly annotation: number;
  readonly imported: string | undefined;
}

/** A scope that a chunk opens, or the one around it. */
export interface ChunkScope {
  readonly kind: ScopeKind;
  readonly node: number;
  readonly parent: number;
  /** By name: the indexes of its declarations in the chunk's list. */
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly redirected: ReadonlyMap<string, 'global' | 'nonlocal'> | undefined;
}

/** One place in a chunk that assigns to an attribute. */
export interface ChunkAttributeTarget {
  /** The name of the attribute as it is written. */
  readonly name: string;
  readonly attribute: number;
  /** The name before the dot as it is compared with others; undefined where something else stands there. */
  readonly receiver: string | undefined;
  /** The identifier before the dot; -1 where something else stands there. */
  readonly object: number;
  readonly value: number;
  readonly annotation: number;
}

/** What one chunk binds, whatever stands around it. */
export interface ChunkScopes {
  readonly scopes: readonly ChunkScope[];
  readonly declarations: readonly ChunkDeclaration[];
  /** What the chunk binds in the module by `global`, besides what it binds in the scope around it. */
  readonly globals: ReadonlyMap<string, readonly number[]>;
  /** By the index of the identifier: the declaration that it belongs to. */
  readonly declared: ReadonlyMap<number, number>;
  /** By the index of the node: the scope that it opens. */
  readonly opened: ReadonlyMap<number, number>;
  /** By the index of a node: 1 more than the scope that begins there. */
  readonly entered: Int32Array;
  /** By the index of a node: 1 more than the scope in which the identifier is read; 0 or less for what is not read. */
  readonly reads: Int32Array;
  /** The functions and lambdas with a `yield` of their own. */
  readonly generators: ReadonlySet<number>;
  /** The names of all functions that are defined by `async def`, as they are written. */
  readonly coroutines: ReadonlySet<string>;
  /** The functions that are defined by `async def`. */
  readonly asyncFunctions: ReadonlySet<number>;
  /** Functions and classes with the names of those around them in the chunk: `Outer.method`. */
  readonly definitions: readonly { readonly path: string; readonly node: number }[];
  readonly attributeTargets: readonly ChunkAttributeTarget[];
  /** The modules that are imported or imported from, as dotted names. */
  readonly modules: readonly string[];
  /** The modules from which everything is imported, as they are written. */
  readonly stars: readonly string[];
  /** What its functions call; worked out when it is first asked for. A function, as objects with accessors are slow to make. */
  readonly calls: () => ChunkCalls;
  /** Worked out when they are first asked for. */
  readonly readings: () => ChunkReadings;
}

/** What one chunk reads. */
export interface ChunkReadings {
  /** By name: the identifiers that read it, in order. */
  readonly readsOf: ReadonlyMap<string, readonly number[]>;
  /** The names that the chunk reads and does not bind itself. */
  readonly freeNames: ReadonlySet<string>;
}

/** Where a name is bound that a chunk does not bind: seen from the scope around the chunk itself, … */
export const aroundChunk = 0;
/** … from a function in it, to which the names of a class are hidden, … */
const beyondClass = -1;
/** … or from where it is declared `global`. */
export const moduleScope = -2;

/** The scope that binds a name read in a scope, or one of the places outside. */
export function bindingScope(scopes: readonly ChunkScope[], name: string, from: number): number {
  let inner = -1;
  for (let at = from; at > 0; inner = at, at = scopes[at]?.parent ?? 0) {
    const scope = scopes[at];
    if (scope === undefined || (scope.kind === 'class' && inner >= 0 && !seesClass(scopes[inner], scopes[from]))) continue;
    if (scope.names.has(name)) return at;
    if (scope.redirected?.get(name) === 'global') return moduleScope;
  }
  if (inner >= 0 && !seesClass(scopes[inner], scopes[from])) return beyondClass;
  return scopes[0]?.redirected?.get(name) === 'global' ? moduleScope : aroundChunk;
}

/** Class scopes are seen only by the code directly in them, and by type parameters there. */
function seesClass(inner: ChunkScope | undefined, from: ChunkScope | undefined): boolean {
  return inner?.kind === 'type-parameters' && inner.node === from?.node;
}

/** Python takes names that are written with other forms of the same letters for one. */
export function comparable(name: string): string {
  return isPlain.test(name) ? name : name.normalize('NFKC');
}

const isPlain = /^\w*$/;

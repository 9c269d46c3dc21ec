/**
 * The walk that finds scopes, what binds names in them, and where names are read.
 *
 * Invariants: the walk goes once over the numbers of a chunk's nodes, in document order, and makes views only of nodes that
 * open a scope or bind a name; an identifier that nobody has claimed by the time the walk comes to it is a read. Reads are
 * resolved when they are asked for, because a name may be bound after its first use.
 */
import { fieldNames, nodeKinds } from '../syntax/kinds.generated';
import type { Chunk, PlacedChunk, SyntaxNode, SyntaxTree } from '../syntax/node';
import { callsIn, type ChunkCalls } from './chunkCalls';
import { bindingScope, comparable, moduleScope } from './chunkScopes';
import type { ChunkAttributeTarget, ChunkDeclaration, ChunkReadings, ChunkScope, ChunkScopes } from './chunkScopes';
import { visitors } from './declarations';
import type { DeclarationKind, ScopeKind } from './scopes';

/** Walks over a chunk of a tree. */
export function walkChunk(tree: SyntaxTree, placed: PlacedChunk): ChunkScopes {
  return new ScopeBuilder(tree, placed).walk();
}

/** A scope while it is built. */
export interface OpenScope {
  readonly kind: ScopeKind;
  /** The scope's index in the chunk. */
  readonly number: number;
  readonly node: number;
  readonly parent: OpenScope | undefined;
  readonly names: Map<string, number[]>;
  /** Names declared `global` or `nonlocal` here. */
  redirected: Map<string, 'global' | 'nonlocal'> | undefined;
  /** The names of the functions and classes around, with a dot after each. */
  readonly path: string;
}

/** What a visitor says of a declaration; the scope and the name are told apart from it. */
export interface DeclarationSource {
  readonly kind: DeclarationKind;
  readonly node: SyntaxNode;
  readonly value?: SyntaxNode | undefined;
  readonly annotation?: SyntaxNode | undefined;
  readonly imported?: string | undefined;
}

const identifierKind = nodeKinds.indexOf('identifier');
const keywordKind = nodeKinds.indexOf('keyword_argument');
const attributeField = fieldNames.indexOf('attribute');
/** Stands where a read would have the number of its scope. */
const claimed = -1;

/** Collects what a walk through one chunk finds. */
export class ScopeBuilder {
  readonly stars: string[] = [];
  readonly modules: string[] = [];
  /** The indexes of functions and lambdas with a `yield` of their own. */
  readonly #generators = new Set<number>();
  readonly #coroutines = new Set<string>();
  readonly #asyncFunctions = new Set<number>();
  readonly #definitions: { readonly path: string; readonly node: number }[] = [];
  readonly #attributeTargets: ChunkAttributeTarget[] = [];
  readonly #tree: SyntaxTree;
  readonly #placed: PlacedChunk;
  readonly #scopes: OpenScope[] = [];
  readonly #declarations: ChunkDeclaration[] = [];
  readonly #declared = new Map<number, number>();
  readonly #globals = new Map<string, number[]>();
  readonly #opened = new Map<number, number>();
  readonly #entered: Int32Array;
  readonly #reads: Int32Array;
  readonly #nonlocal: { readonly declaration: ChunkDeclaration; readonly scope: OpenScope }[] = [];
  readonly #around: OpenScope;
  /** The walk goes on with this node; those before it are left out. */
  #next = 0;

  constructor(tree: SyntaxTree, placed: PlacedChunk) {
    this.#tree = tree;
    this.#placed = placed;
    this.#entered = new Int32Array(placed.chunk.length);
    this.#reads = new Int32Array(placed.chunk.length);
    this.#around = this.#add('module', -1, undefined, '');
  }

  walk(): ChunkScopes {
    const { chunk, firstId } = this.#placed;
    const outer: { readonly scope: OpenScope; readonly end: number }[] = [];
    let current = { scope: this.#around, end: chunk.length };
    for (let index = 0; index < chunk.length; index = Math.max(index + 1, this.#next)) {
      while (index >= current.end) current = outer.pop() ?? current;
      const entered = this.#entered[index] ?? 0;
      if (entered > 0) {
        outer.push(current);
        current = { scope: this.#scopes[entered - 1] ?? this.#around, end: this.#tree.node(firstId + index).endId - firstId };
      }
      const kind = chunk.kindAt(index);
      if (kind === identifierKind) {
        if (this.#reads[index] === 0 && chunk.fieldAt(index) !== attributeField) this.#reads[index] = current.scope.number + 1;
      } else if (kind === keywordKind) {
        this.#reads[index + 1] = claimed;
      } else {
        visitors[kind]?.(this.#tree.node(firstId + index), current.scope, this);
      }
    }
    for (const { declaration, scope } of this.#nonlocal) this.#bind(declaration, nonlocalOwner(declaration.text, scope));
    // Declarations that had to wait may have come out of order.
    if (this.#nonlocal.length > 0) for (const { names } of this.#scopes) for (const indexes of names.values()) this.#sort(indexes);
    return this.#result();
  }

  open(kind: ScopeKind, node: SyntaxNode, parent: OpenScope): OpenScope {
    const isNamed = node.is('function_definition', 'class_definition');
    const scope = this.#add(kind, this.#index(node), parent, isNamed ? `${parent.path}${node.field('name').text}.` : parent.path);
    this.#opened.set(scope.node, scope.number);
    return scope;
  }

  /** From here on, and for everything below, code is evaluated in the scope. */
  enter(node: SyntaxNode | undefined, scope: OpenScope): void {
    if (node !== undefined) this.#entered[this.#index(node)] = scope.number + 1;
  }

  declare(name: SyntaxNode, scope: OpenScope, { kind, node, value, annotation, imported }: DeclarationSource): void {
    const index = this.#index(name);
    this.#reads[index] = claimed;
    const text = comparable(name.text);
    const redirection = scope.redirected?.get(text);
    const declaration = {
      kind,
      text,
      scope: redirection === 'global' ? moduleScope : scope.number,
      name: index,
      node: this.#index(node),
      value: this.#index(value),
      annotation: this.#index(annotation),
      imported,
    };
    if (redirection === 'nonlocal') this.#nonlocal.push({ declaration, scope });
    else this.#bind(declaration, scope);
  }

  /** Says of an identifier that it is no read: it is bound, or the name of an argument or a member. */
  claim(node: SyntaxNode): void {
    this.#reads[this.#index(node)] = claimed;
  }

  /** Says of an identifier that it is read besides being bound. */
  read(name: SyntaxNode, scope: OpenScope): void {
    this.#reads[this.#index(name)] = scope.number + 1;
  }

  /** Leaves out what is below a node. */
  leaveOut(node: SyntaxNode): void {
    this.#next = node.endId - this.#placed.firstId;
  }

  define(node: SyntaxNode<'function_definition' | 'class_definition'>, scope: OpenScope): void {
    const name = node.field('name').text;
    this.#definitions.push({ path: `${scope.path}${name}`, node: this.#index(node) });
    if (!node.hasToken('async')) return;
    this.#coroutines.add(name);
    this.#asyncFunctions.add(this.#index(node));
  }

  /** Says of a scope that it holds a `yield`. */
  yields(scope: OpenScope): void {
    this.#generators.add(scope.node);
  }

  assign(attribute: SyntaxNode<'attribute'>, value: SyntaxNode | undefined, annotation: SyntaxNode | undefined): void {
    const object = attribute.field('object');
    const receiver = object.is('identifier') ? object : undefined;
    this.#attributeTargets.push({
      name: attribute.field('attribute').text,
      ...{ attribute: this.#index(attribute), value: this.#index(value), annotation: this.#index(annotation) },
      ...{ object: this.#index(receiver), receiver: receiver && comparable(receiver.text) },
    });
  }

  #add(kind: ScopeKind, node: number, parent: OpenScope | undefined, path: string): OpenScope {
    const scope: OpenScope = { number: this.#scopes.length, kind, node, parent, names: new Map(), redirected: undefined, path };
    this.#scopes.push(scope);
    return scope;
  }

  /** The index of a node; -1 for none. What stands around the chunk is answered with the chunk's first node. */
  #index(node: SyntaxNode | undefined): number {
    return node === undefined ? -1 : Math.max(0, node.id - this.#placed.firstId);
  }

  #bind(declaration: ChunkDeclaration, scope: OpenScope): void {
    const isOwn = declaration.scope === moduleScope || declaration.scope === scope.number;
    const own = isOwn ? declaration : { ...declaration, scope: scope.number };
    const index = this.#declarations.push(own) - 1;
    this.#declared.set(own.name, index);
    append(own.scope === moduleScope ? this.#globals : scope.names, own.text, index);
  }

  #sort(indexes: number[]): void {
    const place = (index: number): number => this.#declarations[index]?.name ?? 0;
    indexes.sort((a, b) => place(a) - place(b));
  }

  #result(): ChunkScopes {
    const { chunk } = this.#placed;
    const scopes = this.#scopes.map(({ kind, node, parent, names, redirected }): ChunkScope => ({
      kind,
      node,
      parent: parent?.number ?? 0,
      names,
      redirected,
    }));
    const reads = this.#reads;
    let readings: ChunkReadings | undefined;
    let calls: ChunkCalls | undefined;
    const found: ChunkScopes = {
      scopes,
      modules: this.modules,
      stars: this.stars,
      entered: this.#entered,
      declarations: this.#declarations,
      attributeTargets: this.#attributeTargets,
      asyncFunctions: this.#asyncFunctions,
      globals: this.#globals,
      declared: this.#declared,
      opened: this.#opened,
      reads,
      generators: this.#generators,
      coroutines: this.#coroutines,
      definitions: this.#definitions,
      calls: () => (calls ??= callsIn(chunk, found)),
      readings: () => (readings ??= readingsOf(chunk, reads, scopes)),
    };
    return found;
  }
}

function readingsOf(chunk: Chunk, reads: Int32Array, scopes: readonly ChunkScope[]): ChunkReadings {
  const readsOf = new Map<string, number[]>();
  const freeNames = new Set<string>();
  for (let index = 0; index < chunk.length; index += 1) {
    const scope = (reads[index] ?? 0) - 1;
    if (scope < 0) continue;
    const name = comparable(chunk.nameAt(index));
    append(readsOf, name, index);
    if (!freeNames.has(name) && bindingScope(scopes, name, scope) <= 0) freeNames.add(name);
  }
  return { readsOf, freeNames };
}

function append(lists: Map<string, number[]>, name: string, index: number): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [index]);
  else list.push(index);
}

/** The function around that binds the name, for a name declared `nonlocal`. */
function nonlocalOwner(name: string, scope: OpenScope): OpenScope {
  for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
    const isFunction = outer.kind === 'function' || outer.kind === 'lambda';
    if (isFunction && outer.names.has(name)) return outer;
  }
  return scope;
}

/**
 * The chunks of one version of a file, with scopes and bindings as they are asked for.
 *
 * Invariants: a scope and a binding are each one object for as long as the version lives; scopes that chunks share, of the
 * module and of large classes, say in the log what is asked of them.
 */
import type { Chunk, PlacedChunk, SyntaxNode, SyntaxTree } from '../syntax/node';
import { invariant } from '../syntax/invariant';
import { aroundChunk, type ChunkDeclaration, type ChunkScopes } from './chunkScopes';
import type { ReadLog } from './reads';
import type { AttributeTarget, Binding, Declaration, DeclarationKind, Scope, ScopeKind } from './scopes';

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

/** What scopes and bindings ask of the file that they stand in. */
export interface PartsOwner {
  readonly tree: SyntaxTree;
  readonly log: ReadLog;
  /** The binding of a name read in a chunk's scope. Nothing is noted. */
  find(part: Part, name: string, scope: number): Binding | undefined;
  referencesTo(binding: Binding): readonly SyntaxNode<'identifier'>[];
  /** The chunks that bind a name of the module, and all chunks. Nothing is noted. */
  partsBinding(name: string): readonly Part[];
  allParts(): readonly Part[];
  /** The members of the large class that a chunk is the header of. */
  membersOf(header: Part): readonly Part[];
  /** Notes in the log that the references of a binding are needed. */
  noteReferences(binding: Binding): void;
}

/** The scopes and declarations of one chunk, as nodes of the version that it stands in. */
export class Part {
  readonly chunk: Chunk;
  readonly firstId: number;
  #members: SharedScope | undefined;
  readonly #scopes: (LocalScope | undefined)[] = [];

  constructor(
    readonly owner: PartsOwner,
    placed: PlacedChunk,
    /** The place of the chunk in the list of all. */
    readonly position: number,
    readonly own: ChunkScopes,
    /** The scope around the chunk: the module's, or that of the large class that it is a member of. */
    readonly around: SharedScope,
  ) {
    this.chunk = placed.chunk;
    this.firstId = placed.firstId;
  }

  /** Where the chunk is the header of a large class: the scope of that class. */
  get members(): SharedScope | undefined {
    return this.#members;
  }

  /** Says that the chunk is the header of a large class, whose block has this id. */
  openClass(blockId: number): void {
    const number = (this.own.entered[blockId - this.firstId] ?? 0) - 1;
    this.#members = new SharedScope(this.owner, 'class', this.node(this.own.scopes[number]?.node ?? 0), { part: this, number });
  }

  node(index: number): SyntaxNode {
    return this.owner.tree.node(this.firstId + index);
  }

  optionalNode(index: number): SyntaxNode | undefined {
    return index < 0 ? undefined : this.node(index);
  }

  scope(number: number): Scope {
    if (number === aroundChunk) return this.around;
    if (this.members !== undefined && number === this.members.place?.number) return this.members;
    return this.#local(number);
  }

  binding(scope: number, name: string): Binding | undefined {
    if (this.members !== undefined && scope === this.members.place?.number) return this.members.known(name);
    return this.#local(scope).bindings.get(name);
  }

  /** The definitions with a path in the chunk, or all of them. */
  definitions(path?: string): readonly Definition[] {
    return this.own.definitions.flatMap((definition) => {
      const node = path === undefined || definition.path === path ? this.node(definition.node) : undefined;
      return node?.is('function_definition', 'class_definition') === true ? [node] : [];
    });
  }

  attributeTargets(binding: Binding): readonly AttributeTarget[] {
    return this.own.attributeTargets.flatMap((target) => {
      if (target.receiver !== binding.name || !this.#reads(target.object, binding)) return [];
      const attribute = this.node(target.attribute);
      const { value, annotation } = target;
      return attribute.is('attribute') ? [{ attribute, value: this.optionalNode(value), annotation: this.optionalNode(annotation) }] : [];
    });
  }

  references(binding: Binding): readonly SyntaxNode<'identifier'>[] {
    return (this.own.readings().readsOf.get(binding.name) ?? []).flatMap((index) => {
      const node = this.#reads(index, binding) ? this.node(index) : undefined;
      return node?.is('identifier') === true ? [node] : [];
    });
  }

  #reads(index: number, binding: Binding): boolean {
    const scope = (this.own.reads[index] ?? 0) - 1;
    return scope >= 0 && this.owner.find(this, binding.name, scope) === binding;
  }

  #local(number: number): LocalScope {
    let scope = this.#scopes[number];
    if (scope === undefined) this.#scopes[number] = scope = new LocalScope(this, number);
    return scope;
  }
}

/** A scope that lies in one chunk. */
export class LocalScope implements Scope {
  #bindings: ReadonlyMap<string, Binding> | undefined;

  constructor(
    readonly part: Part,
    readonly number: number,
  ) {}

  get kind(): ScopeKind {
    return this.part.own.scopes[this.number]?.kind ?? 'function';
  }

  get node(): SyntaxNode {
    return this.part.node(this.part.own.scopes[this.number]?.node ?? 0);
  }

  get parent(): Scope {
    return this.part.scope(this.part.own.scopes[this.number]?.parent ?? aroundChunk);
  }

  get bindings(): ReadonlyMap<string, Binding> {
    this.#bindings ??= this.#bound();
    return this.#bindings;
  }

  #bound(): ReadonlyMap<string, Binding> {
    const { part } = this;
    const bindings = new Map<string, Binding>();
    for (const [name, indexes] of part.own.scopes[this.number]?.names ?? []) {
      bindings.set(name, new NameBinding(part.owner, name, this, () => indexes.map((index) => declarationIn(part, index))));
    }
    return bindings;
  }
}

/** A scope to which several chunks add: the module's, or a large class's. */
export class SharedScope implements Scope {
  /** Of a class, by name: the members that bind it. */
  #declaring: ReadonlyMap<string, readonly Part[]> | undefined;
  readonly #bindings = new Map<string, Binding>();

  constructor(
    readonly owner: PartsOwner,
    readonly kind: 'module' | 'class',
    readonly node: SyntaxNode,
    /** Of a class: where its scope is in the chunk of its header. */
    readonly place: { readonly part: Part; readonly number: number } | undefined,
  ) {}

  /** The chunks that add to the scope. */
  get parts(): readonly Part[] {
    return this.place === undefined ? this.owner.allParts() : this.owner.membersOf(this.place.part);
  }

  get parent(): Scope | undefined {
    return this.place?.part.scope(this.parentNumber);
  }

  /** Of a class: the number of the scope around it, in the chunk of its header. */
  get parentNumber(): number {
    return this.place?.part.own.scopes[this.place.number]?.parent ?? aroundChunk;
  }

  readonly bindings: ReadonlyMap<string, Binding> = new SharedBindings(this);

  /** The binding of a name. Nothing is noted. */
  known(name: string): Binding | undefined {
    const known = this.#bindings.get(name);
    if (known !== undefined) return known;
    const declaring = this.partsBinding(name);
    if (declaring.length === 0) return undefined;
    const declarations = (): Declaration[] =>
      declaring.flatMap((part) => this.#declaredIn(part, name).map((index) => declarationIn(part, index)));
    const binding = new NameBinding(this.owner, name, this, declarations);
    this.#bindings.set(name, binding);
    return binding;
  }

  /** Every binding. Nothing is noted. */
  all(): readonly Binding[] {
    const names = this.place === undefined ? new Set(this.parts.flatMap((part) => this.#namesIn(part))) : this.#byName().keys();
    return [...names].flatMap((name) => this.known(name) ?? []);
  }

  /** The chunks that bind a name here. */
  partsBinding(name: string): readonly Part[] {
    return this.place === undefined ? this.owner.partsBinding(name) : (this.#byName().get(name) ?? []);
  }

  #byName(): ReadonlyMap<string, readonly Part[]> {
    if (this.#declaring !== undefined) return this.#declaring;
    const found = new Map<string, Part[]>();
    for (const part of this.parts) {
      for (const name of this.#namesIn(part)) {
        const known = found.get(name);
        if (known === undefined) found.set(name, [part]);
        else known.push(part);
      }
    }
    this.#declaring = found;
    return found;
  }

  #namesIn(part: Part): readonly string[] {
    const { scopes, globals } = part.own;
    const around = part.around === this ? [...(scopes[aroundChunk]?.names.keys() ?? [])] : [];
    return this.place === undefined ? [...around, ...globals.keys()] : around;
  }

  /** What members of a class bind by `global` belongs to the module. */
  #declaredIn(part: Part, name: string): readonly number[] {
    const { scopes, globals } = part.own;
    const around = part.around === this ? (scopes[aroundChunk]?.names.get(name) ?? []) : [];
    return this.place === undefined ? [...around, ...(globals.get(name) ?? [])] : around;
  }
}

/** The bindings of a scope that chunks share: who asks for one needs that name, who asks for all needs everything. */
class SharedBindings implements ReadonlyMap<string, Binding> {
  constructor(private readonly scope: SharedScope) {}

  get(name: string): Binding | undefined {
    this.scope.owner.log.declarations(name);
    return this.scope.known(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  get size(): number {
    return this.#all().length;
  }

  forEach(callback: (binding: Binding, name: string, map: ReadonlyMap<string, Binding>) => void): void {
    for (const binding of this.#all()) callback(binding, binding.name, this);
  }

  *entries(): IterableIterator<[string, Binding]> {
    for (const binding of this.#all()) yield [binding.name, binding];
  }

  *keys(): IterableIterator<string> {
    for (const binding of this.#all()) yield binding.name;
  }

  values(): IterableIterator<Binding> {
    return this.#all().values();
  }

  [Symbol.iterator](): IterableIterator<[string, Binding]> {
    return this.entries();
  }

  #all(): readonly Binding[] {
    const { log } = this.scope.owner;
    if (this.scope.place === undefined) log.whole();
    else log.members(this.scope.place.part.chunk);
    return this.scope.all();
  }
}

class NameBinding implements Binding {
  #declarations: readonly Declaration[] | undefined;
  #references: readonly SyntaxNode<'identifier'>[] | undefined;

  constructor(
    private readonly owner: PartsOwner,
    readonly name: string,
    readonly scope: Scope,
    private readonly declared: () => readonly Declaration[],
  ) {}

  get declarations(): readonly Declaration[] {
    this.#declarations ??= this.declared();
    return this.#declarations;
  }

  get references(): readonly SyntaxNode<'identifier'>[] {
    if (this.#references !== undefined) this.owner.noteReferences(this);
    this.#references ??= this.owner.referencesTo(this);
    return this.#references;
  }
}

function declarationIn(part: Part, index: number): Declaration {
  const declaration = part.own.declarations[index];
  invariant(declaration !== undefined, 'scopes name declarations of their own chunk');
  return new PlacedDeclaration(part, declaration);
}

class PlacedDeclaration implements Declaration {
  constructor(
    private readonly part: Part,
    private readonly own: ChunkDeclaration,
  ) {}

  get kind(): DeclarationKind {
    return this.own.kind;
  }

  get name(): SyntaxNode {
    return this.part.node(this.own.name);
  }

  get node(): SyntaxNode {
    return this.part.node(this.own.node);
  }

  get value(): SyntaxNode | undefined {
    return this.part.optionalNode(this.own.value);
  }

  get annotation(): SyntaxNode | undefined {
    return this.part.optionalNode(this.own.annotation);
  }

  get imported(): string | undefined {
    return this.own.imported;
  }
}

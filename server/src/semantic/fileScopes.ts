/**
 * The scopes of a file, joined from those of its chunks.
 *
 * Invariants: what a chunk binds and reads is taken from `kept` where an earlier version had the chunk; scopes, bindings and
 * nodes are made when they are asked for; every answer that goes beyond the chunk that it is about is noted in the log.
 */
import { invariant } from '../syntax/invariant';
import type { PlacedChunk, SyntaxNode, SyntaxTree } from '../syntax/node';
import { ChunkIndex, type FileImports, type KeptScopes } from './chunkIndex';
import { aroundChunk, bindingScope, comparable, moduleScope, type ChunkScopes } from './chunkScopes';
import type { LeadingNames } from './leadingNames';
import { LocalScope, Part, SharedScope, type PartsOwner } from './parts';
import type { ReadLog } from './reads';
import { walkChunk } from './scopeBuilder';
import type { AttributeTarget, Binding, ImportedModules, Scope, Scopes } from './scopes';

/** The scopes of one version of a file; what lies in a chunk is made when somebody asks for it. */
export class FileScopes implements Scopes, PartsOwner {
  readonly tree: SyntaxTree;
  readonly log: ReadLog;
  readonly module: SharedScope;
  readonly #chunks: readonly PlacedChunk[];
  readonly #index: ChunkIndex;
  readonly #scopesAt: (position: number) => ChunkScopes;
  /** By position; made when they are asked for. */
  readonly #parts: (Part | undefined)[];
  #recent: Part | undefined;
  readonly #kept: KeptScopes;
  #imports: FileImports | undefined;

  constructor(plain: SyntaxTree, log: ReadLog, kept: KeptScopes) {
    this.log = log;
    this.tree = plain.watched(log);
    this.module = new SharedScope(this, 'module', this.tree.root, undefined);
    this.#kept = kept;
    this.#chunks = plain.chunks;
    this.#parts = new Array<Part | undefined>(this.#chunks.length);
    this.#scopesAt = (position) => {
      const placed = this.#chunks[position];
      invariant(placed !== undefined, 'positions are those of chunks');
      let own = kept.get(placed.chunk);
      if (own === undefined) kept.set(placed.chunk, (own = walkChunk(plain, placed)));
      return own;
    };
    this.#index = new ChunkIndex(this.#chunks, kept, this.#scopesAt);
  }

  bindingOf(identifier: SyntaxNode): Binding | undefined {
    const { id } = identifier;
    const part = this.#partAt(id);
    if (part === undefined) return undefined;
    const index = id - part.firstId;
    const { declared, declarations, reads } = part.own;
    const declaration = declarations[declared.get(index) ?? -1];
    if (declaration !== undefined) {
      const { scope, text } = declaration;
      if (scope > aroundChunk) return part.binding(scope, text);
      this.log.declarations(text);
      return scope === moduleScope ? this.module.known(text) : part.around.known(text);
    }
    const scope = (reads[index] ?? 0) - 1;
    return scope < 0 ? undefined : this.#found(part, comparable(part.chunk.nameAt(index)), scope);
  }

  lookup(name: string, from: Scope): Binding | undefined {
    const text = comparable(name);
    if (from instanceof SharedScope) {
      this.log.declarations(text);
      return from.known(text) ?? (from.place && this.find(from.place.part, text, from.parentNumber));
    }
    return from instanceof LocalScope ? this.#found(from.part, text, from.number) : undefined;
  }

  scopeAt(node: SyntaxNode): Scope {
    const part = this.#partAt(node.id);
    if (part === undefined) return this.module;
    for (let outer: SyntaxNode | undefined = node; outer !== undefined && outer.id >= part.firstId; outer = outer.parent) {
      const entered = part.own.entered[outer.id - part.firstId] ?? 0;
      if (entered > 0) return part.scope(entered - 1);
    }
    return part.around;
  }

  scopeOf(node: SyntaxNode): Scope | undefined {
    const part = this.#partAt(node.id);
    if (part === undefined) return this.module;
    const number = part.own.opened.get(node.id - part.firstId);
    return number === undefined ? undefined : part.scope(number);
  }

  isGenerator(definition: SyntaxNode<'function_definition'>): boolean {
    const part = this.#partAt(definition.id);
    return part?.own.generators.has(definition.id - part.firstId) === true;
  }

  get hasStarImport(): boolean {
    return this.stars.length > 0;
  }

  get stars(): readonly string[] {
    this.log.star();
    return this.#importing().stars;
  }

  definitionsOf(path: string): readonly SyntaxNode<'function_definition' | 'class_definition'>[] {
    const [first = '', second] = path.split('.', 2);
    this.log.declarations(comparable(first));
    return this.module.partsBinding(comparable(first)).flatMap((part) => {
      const own = part.definitions(path);
      if (part.members === undefined || second === undefined) return own;
      this.log.declarations(comparable(second));
      const inner = path.slice(first.length + 1);
      const members = part.definitions(first).length > 0 ? part.members.partsBinding(comparable(second)) : [];
      return [...own, ...members.flatMap((member) => member.definitions(inner))];
    });
  }

  definesCoroutine(name: string): boolean {
    this.log.coroutine(name);
    return this.#index.definingCoroutine(name).length > 0;
  }

  namesLeadingTo(ends: object, isEnd: (name: string) => boolean): LeadingNames {
    const calls = this.#chunks.map((_, position) => this.#scopesAt(position).calls());
    return this.#kept.namesLeadingTo(ends, isEnd, calls);
  }

  bindsByImport(name: string): boolean {
    this.log.declarations(name);
    return this.#importing().names.has(name);
  }

  get definitions(): readonly SyntaxNode<'function_definition' | 'class_definition'>[] {
    this.log.whole();
    return this.#chunks.flatMap((_, position) => this.#part(position).definitions());
  }

  attributeTargetsOf(binding: Binding): readonly AttributeTarget[] {
    return this.#partsReading(binding).flatMap((part) => part.attributeTargets(binding));
  }

  bindingsIn(definition: SyntaxNode<'class_definition'>): readonly Binding[] {
    const scope = this.scopeOf(definition);
    return scope instanceof SharedScope ? scope.all() : [...(scope?.bindings.values() ?? [])];
  }

  noteAttribute(definition: SyntaxNode<'class_definition'>, name: string): void {
    const scope = this.scopeOf(definition);
    if (scope instanceof SharedScope && scope.place !== undefined) this.log.attribute(scope.place.part.chunk, name);
  }

  get imports(): ImportedModules {
    const { log } = this;
    const importing = (): FileImports => this.#importing();
    return {
      get roots() {
        return importing().roots;
      },
      has: (module) => {
        log.importOf(module);
        return importing().modules.has(module);
      },
      [Symbol.iterator]: () => {
        log.whole();
        return importing().modules.values();
      },
    };
  }

  importsModule(module: string): boolean {
    this.log.importOf(module);
    return this.#importing().packages.has(module);
  }

  /** The identifiers that read what a binding binds, in document order. */
  referencesTo(binding: Binding): readonly SyntaxNode<'identifier'>[] {
    return this.#partsReading(binding).flatMap((part) => part.references(binding));
  }

  noteReferences({ name, scope }: Binding): void {
    // A scope in one chunk is read there and nowhere else, unless that chunk is only the header of a class.
    if (!(scope instanceof LocalScope) || scope.part.members !== undefined) this.log.references(name);
  }

  find(part: Part, name: string, scope: number): Binding | undefined {
    const place = bindingScope(part.own.scopes, name, scope);
    return place > aroundChunk ? part.binding(place, name) : this.#outside(part, name, place);
  }

  #found(part: Part, name: string, scope: number): Binding | undefined {
    const place = bindingScope(part.own.scopes, name, scope);
    if (place > aroundChunk) return part.binding(place, name);
    this.log.declarations(name);
    return this.#outside(part, name, place);
  }

  #outside(part: Part, name: string, place: number): Binding | undefined {
    const { around } = part;
    if (around.place === undefined || place === moduleScope) return this.module.known(name);
    const shared = place === aroundChunk ? around.known(name) : undefined;
    return shared ?? this.find(around.place.part, name, around.parentNumber);
  }

  /** The chunks that may read what a binding binds. */
  #partsReading(binding: Binding): readonly Part[] {
    const { name, scope } = binding;
    this.noteReferences(binding);
    const place = scope instanceof SharedScope ? scope.place : scope instanceof LocalScope ? scope : undefined;
    if (place === undefined) return this.#index.reading(name).map((position) => this.#part(position));
    return place.part.members === undefined ? [place.part] : [place.part, ...place.part.members.parts];
  }

  partsBinding(name: string): readonly Part[] {
    return this.#index.binding(name).map((position) => this.#part(position));
  }

  allParts(): readonly Part[] {
    return this.#chunks.map((_, position) => this.#part(position));
  }

  membersOf(header: Part): readonly Part[] {
    const members: Part[] = [];
    for (let position = header.position + 1; (this.#chunks[position]?.parentId ?? 0) > 0; position += 1) members.push(this.#part(position));
    return members;
  }

  #importing(): FileImports {
    return (this.#imports ??= this.#kept.importsOf(this.#index.importing().map(this.#scopesAt)));
  }

  #partAt(id: number): Part | undefined {
    const recent = this.#recent;
    if (recent !== undefined && recent.firstId <= id && id < recent.firstId + recent.chunk.length) return recent;
    const position = this.#positionAt(id);
    this.#recent = position < 0 ? undefined : this.#part(position);
    return this.#recent;
  }

  #positionAt(id: number): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#chunks[middle]?.firstId ?? 0) <= id) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #part(position: number): Part {
    return (this.#parts[position] ??= this.#made(position));
  }

  #made(position: number): Part {
    const placed = this.#chunks[position];
    invariant(placed !== undefined, 'positions are those of chunks');
    const { parentId } = placed;
    const header = parentId > 0 ? this.#part(this.#positionAt(parentId)) : undefined;
    const part = new Part(this, placed, position, this.#scopesAt(position), header?.members ?? this.module);
    const blockId = this.#chunks[position + 1]?.parentId ?? 0;
    if (header === undefined && blockId > 0) part.openClass(blockId);
    return part;
  }
}

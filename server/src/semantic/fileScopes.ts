/**
 * The scopes of a file, joined from those of its chunks.
 *
 * Invariants: what a chunk binds and reads is taken from `kept` where an earlier version had the chunk; scopes, bindings and
 * nodes are made when they are asked for; every answer that goes beyond the chunk that it is about is noted in the log.
 */
import type { Chunk, SyntaxNode, SyntaxTree } from '../syntax/node';
import { aroundChunk, bindingScope, comparable, moduleScope, type ChunkScopes } from './chunkScopes';
import { LocalScope, Part, SharedScope, type PartsOwner } from './parts';
import type { ReadLog } from './reads';
import { walkChunk } from './scopeBuilder';
import type { AttributeTarget, Binding, ImportedModules, Scope, Scopes } from './scopes';

/** What chunks bind and read, from version to version. */
export type KeptScopes = WeakMap<Chunk, ChunkScopes>;

export class FileScopes implements Scopes, PartsOwner {
  readonly tree: SyntaxTree;
  readonly log: ReadLog;
  readonly module: SharedScope;
  readonly parts: readonly Part[];
  #recent: Part | undefined;
  #imports: ReadonlySet<string> | undefined;
  #stars: readonly string[] | undefined;
  #packages: ReadonlySet<string> | undefined;
  #readers: Map<string, readonly Part[]> | undefined;
  #asked = 0;

  constructor(plain: SyntaxTree, log: ReadLog, kept: KeptScopes) {
    this.log = log;
    this.tree = plain.watched(log);
    this.module = new SharedScope(this, 'module', this.tree.root, undefined);
    this.parts = this.#join(plain, kept);
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
    return (this.#stars ??= this.parts.flatMap(({ own }) => own.stars));
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

  get definitions(): readonly SyntaxNode<'function_definition' | 'class_definition'>[] {
    this.log.whole();
    return this.parts.flatMap((part) => part.definitions());
  }

  attributeTargetsOf(binding: Binding): readonly AttributeTarget[] {
    return this.#partsReading(binding).flatMap((part) => part.attributeTargets(binding));
  }

  get imports(): ImportedModules {
    const modules = (this.#imports ??= new Set(this.parts.flatMap(({ own }) => own.modules)));
    const { log } = this;
    return {
      has: (module) => {
        log.importOf(module);
        return modules.has(module);
      },
      [Symbol.iterator]: () => {
        log.whole();
        return modules.values();
      },
    };
  }

  importsModule(module: string): boolean {
    this.log.importOf(module);
    this.#packages ??= new Set(this.parts.flatMap(({ own }) => own.modules.flatMap((name) => withPackages(name))));
    return this.#packages.has(module);
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
    if (place === undefined) return this.#readersOf(name);
    return place.part.members === undefined ? [place.part] : [place.part, ...place.part.members.parts];
  }

  #readersOf(name: string): readonly Part[] {
    // For a few names it is quicker to look through the chunks than to sort all that they read.
    this.#asked += 1;
    if (this.#asked < fewNames) return this.parts.filter(({ own }) => own.freeNames.has(name));
    this.#readers ??= readersByName(this.parts);
    return this.#readers.get(name) ?? [];
  }

  #partAt(id: number): Part | undefined {
    const recent = this.#recent;
    if (recent !== undefined && recent.firstId <= id && id < recent.firstId + recent.chunk.length) return recent;
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.parts[middle]?.firstId ?? 0) <= id) low = middle + 1;
      else high = middle;
    }
    this.#recent = this.parts[low - 1];
    return this.#recent;
  }

  #join(plain: SyntaxTree, kept: KeptScopes): readonly Part[] {
    let header: Part | undefined;
    return plain.chunks.map((placed) => {
      let own = kept.get(placed.chunk);
      if (own === undefined) kept.set(placed.chunk, (own = walkChunk(plain, placed)));
      const around = placed.parentId > 0 && header !== undefined ? header.classScope(placed.parentId) : this.module;
      const part = new Part(this, placed, own, around);
      around.add(part);
      if (around === this.module) header = part;
      return part;
    });
  }
}

const fewNames = 12;

function readersByName(parts: readonly Part[]): Map<string, readonly Part[]> {
  const readers = new Map<string, Part[]>();
  for (const part of parts) {
    for (const name of part.own.freeNames) {
      const known = readers.get(name);
      if (known === undefined) readers.set(name, [part]);
      else known.push(part);
    }
  }
  return readers;
}

/** `a.b.c`, `a.b` and `a`: who imports the first imports something below the others. */
export function withPackages(module: string): readonly string[] {
  const names = [module];
  for (let dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) names.push(module.slice(0, dot));
  return names;
}

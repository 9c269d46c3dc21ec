/**
 * The walk that finds scopes, what binds names in them, and where names are read.
 *
 * Invariants: the walk goes once over the numbers of all nodes, in document order, and makes views only of nodes that open
 * a scope or bind a name; an identifier that nobody has claimed by the time the walk comes to it is a read. Reads are
 * resolved when they are asked for, because a name may be bound after its first use.
 */
import { fieldNames, nodeKinds } from '../syntax/kinds.generated';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { enclosing } from '../syntax/query';
import { visitors } from './declarations';
import type { AttributeTarget, Binding, Declaration, Scope, ScopeKind } from './scopes';

/** Walks over a tree. */
export function walkScopes(tree: SyntaxTree): ScopeBuilder {
  const builder = new ScopeBuilder(tree);
  builder.walk();
  return builder;
}

/** A scope while it is built. */
export interface OpenScope extends Scope {
  /** The scope's number among all, from 1. */
  readonly number: number;
  readonly parent: OpenScope | undefined;
  readonly bindings: Map<string, OpenBinding>;
  /** Names declared `global` or `nonlocal` here. */
  redirected: Map<string, 'global' | 'nonlocal'> | undefined;
}

export interface OpenBinding extends Binding {
  readonly declarations: Declaration[];
}

const identifierKind = nodeKinds.indexOf('identifier');
const keywordKind = nodeKinds.indexOf('keyword_argument');
const attributeField = fieldNames.indexOf('attribute');
/** Stands where a read would have the number of its scope. */
const claimed = -1;

export class ScopeBuilder {
  readonly module: OpenScope;
  hasStarImport = false;
  readonly definitions: SyntaxNode<'function_definition' | 'class_definition'>[] = [];
  readonly imports: SyntaxNode[] = [];
  /** The ids of functions and lambdas with a `yield` of their own. */
  readonly generators = new Set<number>();
  readonly #tree: SyntaxTree;
  readonly #scopes: OpenScope[] = [];
  readonly #opened = new Map<number, OpenScope>();
  readonly #declared = new Map<number, OpenBinding>();
  /** By node id: the number of the scope that begins there. */
  readonly #entered: Int32Array;
  /** By node id: the number of the scope in which the identifier is read, or `claimed`. */
  readonly #reads: Int32Array;
  /** What is assigned to attributes, wherever that is. */
  readonly attributeTargets: AttributeTarget[] = [];
  readonly #nonlocal: { readonly name: string; readonly scope: OpenScope; readonly declaration: Declaration }[] = [];
  /** By name: the ids of the identifiers that read it, in document order. */
  #readsByName: ReadonlyMap<string, readonly number[]> | undefined;
  readonly #findReferences = (binding: Binding): readonly SyntaxNode<'identifier'>[] => this.#referencesOf(binding);
  /** The walk goes on with this node; those before it are left out. */
  #next = 1;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
    this.#entered = new Int32Array(tree.nodeCount);
    this.#reads = new Int32Array(tree.nodeCount);
    this.module = this.open('module', tree.root, undefined);
    this.enter(tree.root, this.module);
  }

  walk(): void {
    const outer: { readonly scope: OpenScope; readonly end: number }[] = [];
    let current = { scope: this.module, end: this.#tree.nodeCount };
    for (const { chunk, firstId } of this.#tree.chunks) {
      for (let id = Math.max(firstId, this.#next); id < firstId + chunk.length; id = Math.max(id + 1, this.#next)) {
        while (id >= current.end) current = outer.pop() ?? current;
        const entered = this.entered(id);
        if (entered !== undefined) {
          outer.push(current);
          current = { scope: entered, end: this.#tree.node(id).endId };
        }
        const kind = chunk.kindAt(id - firstId);
        if (kind === identifierKind) {
          if (this.#reads[id] === 0 && chunk.fieldAt(id - firstId) !== attributeField) this.#reads[id] = current.scope.number;
        } else if (kind === keywordKind) {
          this.claim(id + 1);
        } else {
          visitors[kind]?.(this.#tree.node(id), current.scope, this);
        }
      }
    }
    for (const { name, scope, declaration } of this.#nonlocal) this.#bind(name, nonlocalOwner(name, scope), declaration);
    // Declarations that had to wait may have come out of order.
    if (this.#nonlocal.length > 0)
      for (const binding of this.#declared.values()) binding.declarations.sort((a, b) => a.name.id - b.name.id);
  }

  open(kind: ScopeKind, node: SyntaxNode, parent: OpenScope | undefined): OpenScope {
    const number = this.#scopes.length + 1;
    const scope: OpenScope = { number, kind, node, parent, bindings: new Map(), redirected: undefined };
    this.#scopes.push(scope);
    this.#opened.set(node.id, scope);
    return scope;
  }

  /** From here on, and for everything below, code is evaluated in the scope. */
  enter(node: SyntaxNode | undefined, scope: OpenScope): void {
    if (node !== undefined) this.#entered[node.id] = scope.number;
  }

  declare(name: SyntaxNode, scope: OpenScope, declaration: Declaration): void {
    this.claim(name.id);
    const text = comparable(name.text);
    const redirection = scope.redirected?.get(text);
    if (redirection === 'nonlocal') this.#nonlocal.push({ name: text, scope, declaration });
    else this.#bind(text, redirection === 'global' ? this.module : scope, declaration);
  }

  /** Says of an identifier that it is no read: it is bound, or the name of an argument or a member. */
  claim(id: number): void {
    this.#reads[id] = claimed;
  }

  /** Says of an identifier that it is read besides being bound. */
  read(name: SyntaxNode, scope: OpenScope): void {
    this.#reads[name.id] = scope.number;
  }

  /** Leaves out what is below a node. */
  leaveOut(node: SyntaxNode): void {
    this.#next = node.endId;
  }

  declared(id: number): Binding | undefined {
    return this.#declared.get(id);
  }

  opened(id: number): Scope | undefined {
    return this.#opened.get(id);
  }

  /** The scope that begins at a node. */
  entered(id: number): OpenScope | undefined {
    const number = this.#entered[id] ?? 0;
    return number === 0 ? undefined : this.#scopes[number - 1];
  }

  /** The scope in which an identifier is read; undefined where it is no read. */
  readingScope(id: number): OpenScope | undefined {
    const number = this.#reads[id] ?? 0;
    return number > 0 ? this.#scopes[number - 1] : undefined;
  }

  /** The binding that a name read in a scope has. Class scopes are seen only by the code directly in them. */
  lookup(written: string, from: Scope): OpenBinding | undefined {
    const name = comparable(written);
    let inner: OpenScope | undefined;
    for (let scope = this.#own(from); scope !== undefined; inner = scope, scope = scope.parent) {
      if (scope.kind === 'class' && inner !== undefined && (inner.kind !== 'type-parameters' || inner.node.id !== from.node.id)) continue;
      const binding = scope.bindings.get(name);
      if (binding !== undefined) return binding;
      if (scope.redirected?.get(name) === 'global') return this.module.bindings.get(name);
    }
    return undefined;
  }

  #own(scope: Scope): OpenScope | undefined {
    return this.#opened.get(scope.node.id);
  }

  #bind(name: string, scope: OpenScope, declaration: Declaration): void {
    let binding = scope.bindings.get(name);
    if (binding === undefined) {
      binding = new NameBinding(name, scope, this.#findReferences);
      scope.bindings.set(name, binding);
    }
    binding.declarations.push(declaration);
    this.#declared.set(declaration.name.id, binding);
  }

  /** Of the reads of that name in the binding's scope, those that nothing further in binds. */
  #referencesOf(binding: Binding): readonly SyntaxNode<'identifier'>[] {
    this.#readsByName ??= this.#collectReads();
    const { kind, node: opener } = binding.scope;
    // Type parameters are read all over the definition or alias that they stand in.
    const node = (kind === 'type-parameters' ? enclosing(opener, ...generics) : undefined) ?? opener;
    const ids = this.#readsByName.get(binding.name) ?? [];
    const references: SyntaxNode<'identifier'>[] = [];
    for (let index = firstAtLeast(ids, node.id); index < ids.length; index += 1) {
      const id = ids[index] ?? 0;
      if (id >= node.endId) break;
      const scope = this.readingScope(id);
      if (scope === undefined || this.lookup(binding.name, scope) !== binding) continue;
      const read = this.#tree.node(id);
      if (read.is('identifier')) references.push(read);
    }
    return references;
  }

  #collectReads(): ReadonlyMap<string, readonly number[]> {
    const reads = new Map<string, number[]>();
    for (const { chunk, firstId } of this.#tree.chunks) {
      for (let index = 0; index < chunk.length; index += 1) {
        if ((this.#reads[firstId + index] ?? 0) <= 0) continue;
        const name = comparable(chunk.nameAt(index));
        const known = reads.get(name);
        if (known === undefined) reads.set(name, [firstId + index]);
        else known.push(firstId + index);
      }
    }
    return reads;
  }
}

/** What may have type parameters. */
const generics = ['function_definition', 'class_definition', 'type_alias_statement'] as const;

class NameBinding implements OpenBinding {
  readonly declarations: Declaration[] = [];
  private found: readonly SyntaxNode<'identifier'>[] | undefined;

  constructor(
    readonly name: string,
    readonly scope: Scope,
    private readonly find: (binding: Binding) => readonly SyntaxNode<'identifier'>[],
  ) {}

  get references(): readonly SyntaxNode<'identifier'>[] {
    this.found ??= this.find(this);
    return this.found;
  }
}

/** The index of the first number that is not below the value; the numbers go upwards. */
function firstAtLeast(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Python takes names that are written with other forms of the same letters for one. */
function comparable(name: string): string {
  return isPlain.test(name) ? name : name.normalize('NFKC');
}

const isPlain = /^\w*$/;

/** The function around that binds the name, for a name declared `nonlocal`. */
function nonlocalOwner(name: string, scope: OpenScope): OpenScope {
  for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
    const isFunction = outer.kind === 'function' || outer.kind === 'lambda';
    if (isFunction && outer.bindings.has(name)) return outer;
  }
  return scope;
}

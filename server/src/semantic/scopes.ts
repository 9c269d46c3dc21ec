/**
 * Scopes and bindings of one file, as Python's compiler sees them.
 *
 * Invariants: one walk over the tree builds everything; no other file is known; a name's bindings are kept all, in the
 * order written, and nobody here decides which of them a reader meets. Names of the builtins have no binding.
 */
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { declareImports } from './imports';
import { declareTarget } from './targets';

export type ScopeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension';

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: SyntaxNode;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export type DeclarationKind =
  'import' | 'parameter' | 'assignment' | 'function' | 'class' | 'loop' | 'with' | 'except' | 'pattern' | 'type-parameter' | 'delete';

/** One place that binds a name. */
export interface Declaration {
  readonly kind: DeclarationKind;
  /** The identifier that is bound; of an import the (last) identifier that stands for the name. */
  readonly name: SyntaxNode;
  /** The statement, clause, parameter or definition that binds it. */
  readonly node: SyntaxNode;
  /** The expression whose value is bound as a whole; undefined for parts of a tuple, loop targets and parameters. */
  readonly value: SyntaxNode | undefined;
  /** The annotation, where the declaration has one. */
  readonly annotation: SyntaxNode | undefined;
  /** For imports: the dotted name that is imported, with leading dots where it is relative. */
  readonly imported: string | undefined;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly declarations: readonly Declaration[];
  /** Every identifier that reads the name, in document order. */
  readonly references: readonly SyntaxNode<'identifier'>[];
}

export interface Scopes {
  readonly module: Scope;
  /** The binding that an identifier reads or makes; undefined for builtins and unknown names. */
  bindingOf(identifier: SyntaxNode): Binding | undefined;
  /** The scope in which the code at a node is evaluated. */
  scopeAt(node: SyntaxNode): Scope;
  /** The binding that a name has when it is read in a scope. */
  lookup(name: string, from: Scope): Binding | undefined;
  /** The scope that a function, class, lambda or comprehension opens. */
  scopeOf(node: SyntaxNode): Scope | undefined;
  /** Whether the file has a star import, after which unknown names may be anything. */
  readonly hasStarImport: boolean;
}

/** Builds the scopes of a file. */
export function buildScopes(tree: SyntaxTree): Scopes {
  const builder = new ScopeBuilder(tree);
  builder.walk();
  return builder.finished();
}

export interface MutableBinding extends Binding {
  readonly declarations: Declaration[];
  readonly references: SyntaxNode<'identifier'>[];
}

export interface MutableScope extends Scope {
  readonly bindings: Map<string, MutableBinding>;
  readonly parent: MutableScope | undefined;
  /** Names declared `global` or `nonlocal` here, with the scope that they belong to. */
  readonly redirected: Map<string, 'global' | 'nonlocal'>;
}

type Visit = (builder: ScopeBuilder, node: SyntaxNode, scope: MutableScope) => void;

/** The state of the walk: a stack of nodes still to visit, each with the scope it is evaluated in. */
export class ScopeBuilder {
  readonly module: MutableScope;
  hasStarImport = false;
  readonly #tree: SyntaxTree;
  readonly #scopes = new Map<number, MutableScope>();
  readonly #bindings = new Map<number, MutableBinding>();
  readonly #reads: { readonly node: SyntaxNode<'identifier'>; readonly scope: MutableScope }[] = [];
  readonly #stack: { readonly node: SyntaxNode; readonly scope: MutableScope }[] = [];

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
    this.module = this.open('module', tree.root, undefined);
  }

  walk(): void {
    this.visitAll(this.#tree.root.children, this.module);
    for (let item = this.#stack.pop(); item !== undefined; item = this.#stack.pop()) {
      const visit = visitors[item.node.kind];
      if (visit !== undefined) visit(this, item.node, item.scope);
      else this.visitAll(item.node.children, item.scope);
    }
  }

  /** Visits a node later, in document order among its siblings when given with them. */
  visit(node: SyntaxNode | undefined, scope: MutableScope): void {
    if (node !== undefined) this.#stack.push({ node, scope });
  }

  visitAll(nodes: readonly SyntaxNode[], scope: MutableScope): void {
    for (let index = nodes.length - 1; index >= 0; index -= 1) this.visit(nodes[index], scope);
  }

  read(node: SyntaxNode<'identifier'>, scope: MutableScope): void {
    this.#reads.push({ node, scope });
  }

  open(kind: ScopeKind, node: SyntaxNode, parent: MutableScope | undefined): MutableScope {
    const scope: MutableScope = { kind, node, parent, bindings: new Map(), redirected: new Map() };
    this.#scopes.set(node.id, scope);
    return scope;
  }

  declare(name: string, scope: MutableScope, declaration: Declaration): void {
    const owner = ownerOf(name, scope, this.module);
    let binding = owner.bindings.get(name);
    if (binding === undefined) {
      binding = { name, scope: owner, declarations: [], references: [] };
      owner.bindings.set(name, binding);
    }
    binding.declarations.push(declaration);
    this.#bindings.set(declaration.name.id, binding);
  }

  finished(): Scopes {
    this.#reads.sort((a, b) => a.node.id - b.node.id);
    for (const { node, scope } of this.#reads) {
      const binding = lookup(node.text, scope);
      if (binding === undefined) continue;
      binding.references.push(node);
      this.#bindings.set(node.id, binding);
    }
    for (const scope of this.#scopes.values()) {
      for (const binding of scope.bindings.values()) binding.declarations.sort((a, b) => a.name.id - b.name.id);
    }
    const scopes = this.#scopes;
    const bindings = this.#bindings;
    const module = this.module;
    return {
      module,
      hasStarImport: this.hasStarImport,
      bindingOf: (identifier) => bindings.get(identifier.id),
      scopeAt: (node) => scopeAt(node, scopes) ?? module,
      lookup: (name, from) => lookup(name, from as MutableScope),
      scopeOf: (node) => scopes.get(node.id),
    };
  }
}

/** Class scopes are seen only by the code directly in them. */
function lookup(name: string, from: MutableScope): MutableBinding | undefined {
  for (let scope: MutableScope | undefined = from; scope !== undefined; scope = scope.parent) {
    if (scope.kind === 'class' && scope !== from) continue;
    const binding = scope.bindings.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

function ownerOf(name: string, scope: MutableScope, module: MutableScope): MutableScope {
  const redirection = scope.redirected.get(name);
  if (redirection === 'global') return module;
  if (redirection === 'nonlocal') {
    for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
      if (outer.kind === 'function' && outer.bindings.has(name)) return outer;
    }
  }
  return scope;
}

function scopeAt(node: SyntaxNode, scopes: ReadonlyMap<number, MutableScope>): MutableScope | undefined {
  let child = node;
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    const scope = scopes.get(parent.id);
    if (scope !== undefined && isInside(child, parent)) return scope;
    child = parent;
  }
  return scopes.get(child.id);
}

/** Whether a direct child of a scope's node is evaluated in that scope and not in the one around it. */
function isInside(child: SyntaxNode, owner: SyntaxNode): boolean {
  if (owner.is('function_definition', 'class_definition', 'lambda')) {
    return owner.field('body').id === child.id || child.is('parameters', 'lambda_parameters', 'type_parameter');
  }
  if (isComprehension(owner)) return firstIterable(owner)?.parent?.id !== child.id;
  return true;
}

const comprehensionKinds = ['list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'generator_expression'] as const;
export type ComprehensionKind = (typeof comprehensionKinds)[number];

export function isComprehension(node: SyntaxNode): node is SyntaxNode<ComprehensionKind> {
  return node.is(...comprehensionKinds);
}

/** The first iterable of a comprehension, which is evaluated outside of it. */
export function firstIterable(comprehension: SyntaxNode): SyntaxNode | undefined {
  const clause = comprehension.children.find((child) => child.is('for_in_clause'));
  return clause?.is('for_in_clause') ? clause.field('right')[0] : undefined;
}

const visitors: Partial<Record<NodeKind, Visit>> = {
  identifier: (builder, node, scope) => {
    if (node.is('identifier')) builder.read(node, scope);
  },
  attribute: (builder, node, scope) => {
    if (node.is('attribute')) builder.visit(node.field('object'), scope);
  },
  keyword_argument: (builder, node, scope) => {
    if (node.is('keyword_argument')) builder.visit(node.field('value'), scope);
  },
  function_definition: visitFunction,
  lambda: visitLambda,
  class_definition: visitClass,
  list_comprehension: visitComprehension,
  set_comprehension: visitComprehension,
  dictionary_comprehension: visitComprehension,
  generator_expression: visitComprehension,
  import_statement: declareImports,
  import_from_statement: declareImports,
  future_import_statement: declareImports,
  assignment: visitAssignment,
  augmented_assignment: visitAssignment,
  named_expression: (builder, node, scope) => {
    if (!node.is('named_expression')) return;
    const value = node.field('value');
    declareTarget(builder, node.field('name'), functionScope(scope), { kind: 'assignment', node, value });
    builder.visit(value, scope);
  },
  for_statement: (builder, node, scope) => {
    if (!node.is('for_statement')) return;
    declareTarget(builder, node.field('left'), scope, { kind: 'loop', node }, scope);
    builder.visitAll(
      node.children.filter((child) => child.id !== node.field('left').id),
      scope,
    );
  },
  with_item: (builder, node, scope) => {
    const value = node.is('with_item') ? node.field('value') : undefined;
    if (value?.is('as_pattern')) visitAlias(builder, value, scope, 'with', node);
    else builder.visit(value, scope);
  },
  except_clause: (builder, node, scope) => {
    for (const child of [...node.children].reverse()) {
      if (child.is('as_pattern')) visitAlias(builder, child, scope, 'except', node);
      else builder.visit(child, scope);
    }
  },
  case_pattern: (builder, node, scope) => {
    declareTarget(builder, node, scope, { kind: 'pattern', node }, scope);
  },
  global_statement: redirect('global'),
  nonlocal_statement: redirect('nonlocal'),
  delete_statement: (builder, node, scope) => {
    for (const child of node.children) declareTarget(builder, child, scope, { kind: 'delete', node }, scope);
  },
  type_alias_statement: (builder, node, scope) => {
    if (!node.is('type_alias_statement')) return;
    const name = node.field('left').children[0];
    if (name?.is('identifier')) declareTarget(builder, name, scope, { kind: 'assignment', node, value: node.field('right') });
    builder.visit(node.field('right'), scope);
  },
};

function visitFunction(builder: ScopeBuilder, node: SyntaxNode, scope: MutableScope): void {
  if (!node.is('function_definition')) return;
  const inner = builder.open('function', node, scope);
  declareTarget(builder, node.field('name'), scope, { kind: 'function', node, value: node });
  declareTypeParameters(builder, node.field('type_parameters'), inner);
  builder.visit(node.field('body'), inner);
  builder.visit(node.field('return_type'), node.field('type_parameters') === undefined ? scope : inner);
  declareParameters(builder, node.field('parameters').children, scope, inner);
}

function visitLambda(builder: ScopeBuilder, node: SyntaxNode, scope: MutableScope): void {
  if (!node.is('lambda')) return;
  const inner = builder.open('lambda', node, scope);
  builder.visit(node.field('body'), inner);
  declareParameters(builder, node.field('parameters')?.children ?? [], scope, inner);
}

function visitClass(builder: ScopeBuilder, node: SyntaxNode, scope: MutableScope): void {
  if (!node.is('class_definition')) return;
  const inner = builder.open('class', node, scope);
  declareTarget(builder, node.field('name'), scope, { kind: 'class', node, value: node });
  declareTypeParameters(builder, node.field('type_parameters'), inner);
  builder.visit(node.field('body'), inner);
  builder.visitAll(node.field('superclasses')?.children ?? [], scope);
}

function visitComprehension(builder: ScopeBuilder, node: SyntaxNode, scope: MutableScope): void {
  const inner = builder.open('comprehension', node, scope);
  const outside = firstIterable(node);
  for (const child of [...node.children].reverse()) {
    if (!child.is('for_in_clause')) {
      builder.visit(child, inner);
      continue;
    }
    declareTarget(builder, child.field('left'), inner, { kind: 'loop', node: child }, inner);
    for (const iterable of child.field('right')) {
      if (!iterable.is('token')) builder.visit(iterable, iterable.id === outside?.id ? scope : inner);
    }
  }
}

function visitAssignment(builder: ScopeBuilder, node: SyntaxNode, scope: MutableScope): void {
  if (node.is('augmented_assignment')) {
    declareTarget(builder, node.field('left'), scope, { kind: 'assignment', node }, scope);
    builder.visit(node.field('right'), scope);
    builder.visit(node.field('left'), scope);
    return;
  }
  if (!node.is('assignment')) return;
  const annotation = node.field('type');
  declareTarget(builder, node.field('left'), scope, { kind: 'assignment', node, value: assignedValue(node), annotation }, scope);
  builder.visit(node.field('right'), scope);
  builder.visit(annotation, scope);
}

/** The value of `a = b = value`, which both names get. */
function assignedValue(assignment: SyntaxNode<'assignment'>): SyntaxNode | undefined {
  let value: SyntaxNode | undefined = assignment.field('right');
  while (value?.is('assignment')) value = value.field('right');
  return value;
}

function visitAlias(
  builder: ScopeBuilder,
  pattern: SyntaxNode<'as_pattern'>,
  scope: MutableScope,
  kind: 'with' | 'except',
  node: SyntaxNode,
): void {
  const [value] = pattern.children;
  const target = pattern.field('alias');
  if (target !== undefined) declareTarget(builder, target, scope, { kind, node, value }, scope);
  builder.visit(value, scope);
}

function declareParameters(builder: ScopeBuilder, parameters: readonly SyntaxNode[], outer: MutableScope, inner: MutableScope): void {
  for (const parameter of parameters) {
    const annotation = parameter.is('typed_parameter', 'typed_default_parameter') ? parameter.field('type') : undefined;
    const name = parameter.is('default_parameter', 'typed_default_parameter') ? parameter.field('name') : parameter;
    const target = name.is('typed_parameter') ? name.children[0] : name;
    if (target !== undefined) declareTarget(builder, target, inner, { kind: 'parameter', node: parameter, annotation });
    builder.visit(annotation, inner.bindings.size > 0 && inner.kind === 'function' && hasTypeParameters(inner) ? inner : outer);
    if (parameter.is('default_parameter', 'typed_default_parameter')) builder.visit(parameter.field('value'), outer);
  }
}

function hasTypeParameters(scope: MutableScope): boolean {
  return scope.node.is('function_definition') && scope.node.field('type_parameters') !== undefined;
}

function declareTypeParameters(builder: ScopeBuilder, parameters: SyntaxNode | undefined, inner: MutableScope): void {
  for (const parameter of parameters?.children ?? []) {
    const content = parameter.children[0];
    const name = content?.is('constrained_type') ? content.children[0]?.children[0] : content;
    if (name?.is('identifier')) declareTarget(builder, name, inner, { kind: 'type-parameter', node: parameter });
  }
}

function redirect(to: 'global' | 'nonlocal'): Visit {
  return (_builder, node, scope) => {
    for (const name of node.children) scope.redirected.set(name.text, to);
  };
}

/** A walrus in a comprehension binds in the function around it. */
function functionScope(scope: MutableScope): MutableScope {
  let owner = scope;
  while (owner.kind === 'comprehension' && owner.parent !== undefined) owner = owner.parent;
  return owner;
}

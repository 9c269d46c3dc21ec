/** Which nodes open scopes and bind names. */
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { declareImports, importedModules } from './imports';
import type { OpenScope, ScopeBuilder } from './scopeBuilder';
import { declarePattern, declareTarget } from './targets';

/** Says what a node binds, and in which scopes its parts are evaluated. The walk comes to the parts by itself. */
type Visit = (node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder) => void;

const visitorsByKind: Partial<Record<NodeKind, Visit>> = {
  function_definition: visitFunction,
  lambda: visitLambda,
  class_definition: visitClass,
  type_alias_statement: visitTypeAlias,
  list_comprehension: visitComprehension,
  set_comprehension: visitComprehension,
  dictionary_comprehension: visitComprehension,
  generator_expression: visitComprehension,
  import_statement: visitImport,
  import_from_statement: visitImport,
  future_import_statement: visitImport,
  assignment: visitAssignment,
  augmented_assignment: visitAugmentedAssignment,
  named_expression: visitWalrus,
  for_statement: (node, scope, builder) => {
    if (node.is('for_statement')) declareTarget(builder, node.field('left'), scope, { kind: 'loop', node });
  },
  as_pattern: visitAlias,
  case_pattern: (node, scope, builder) => {
    declarePattern(builder, node, scope);
    builder.leaveOut(node);
  },
  global_statement: redirect('global'),
  nonlocal_statement: redirect('nonlocal'),
  delete_statement: (node, scope, builder) => {
    for (const child of node.children) declareTarget(builder, child, scope, { kind: 'delete', node });
  },
  yield: (_node, scope, builder) => {
    builder.yields(scope);
  },
  member_type: (node, _scope, builder) => {
    const member = node.children.at(-1);
    if (member !== undefined) builder.claim(member);
  },
};

/** By the number of the kind. */
export const visitors: readonly (Visit | undefined)[] = nodeKinds.map((kind) => visitorsByKind[kind]);

const comprehensionKinds = ['list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'generator_expression'] as const;
/** The kinds of nodes that are comprehensions or generator expressions. */
export type ComprehensionKind = (typeof comprehensionKinds)[number];

/** Whether a node has a scope of its own for what it iterates over. */
export function isComprehension(node: SyntaxNode): node is SyntaxNode<ComprehensionKind> {
  return node.is(...comprehensionKinds);
}

/** The first iterable of a comprehension, which is evaluated outside of it. */
export function firstIterable(comprehension: SyntaxNode): SyntaxNode | undefined {
  const clause = comprehension.children.find((child) => child.is('for_in_clause'));
  return clause?.is('for_in_clause') ? clause.field('right')[0] : undefined;
}

function visitFunction(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('function_definition')) return;
  builder.define(node, scope);
  declareTarget(builder, node.field('name'), scope, { kind: 'function', node, value: node });
  const around = typeParameterScope(builder, node.field('type_parameters'), scope);
  const inner = builder.open('function', node, around);
  builder.enter(node.field('body'), inner);
  if (around !== scope) builder.enter(node.field('return_type'), around);
  declareParameters(builder, node.field('parameters').children, inner, around === scope ? undefined : around);
}

function visitLambda(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('lambda')) return;
  const inner = builder.open('lambda', node, scope);
  builder.enter(node.field('body'), inner);
  declareParameters(builder, node.field('parameters')?.children ?? [], inner, undefined);
}

/** Defaults are evaluated outside; so are annotations, but where there are type parameters. */
function declareParameters(
  builder: ScopeBuilder,
  parameters: readonly SyntaxNode[],
  inner: OpenScope,
  annotations: OpenScope | undefined,
): void {
  for (const parameter of parameters) {
    const annotation = parameter.is('typed_parameter', 'typed_default_parameter') ? parameter.field('type') : undefined;
    const name = parameter.is('default_parameter', 'typed_default_parameter') ? parameter.field('name') : parameter;
    const target = name.is('typed_parameter') ? name.children[0] : name;
    if (annotations !== undefined) builder.enter(annotation, annotations);
    if (target === undefined) continue;
    builder.enter(target, inner);
    declareTarget(builder, target, inner, { kind: 'parameter', node: parameter, annotation });
  }
}

function visitClass(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('class_definition')) return;
  builder.define(node, scope);
  declareTarget(builder, node.field('name'), scope, { kind: 'class', node, value: node });
  const around = typeParameterScope(builder, node.field('type_parameters'), scope);
  const inner = builder.open('class', node, around);
  builder.enter(node.field('body'), inner);
  if (around !== scope) builder.enter(node.field('superclasses'), around);
}

function visitTypeAlias(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('type_alias_statement')) return;
  const [left] = node.field('left').children;
  const name = left?.is('generic_type') === true ? left.children[0] : left;
  if (name?.is('identifier') !== true) return;
  declareTarget(builder, name, scope, { kind: 'assignment', node, value: node.field('right') });
  const around = typeParameterScope(builder, left?.is('generic_type') === true ? left.children[1] : undefined, scope);
  if (around !== scope) builder.enter(node.field('right'), around);
}

/** Opens the scope of type parameters; without any, the scope around is the answer. */
function typeParameterScope(builder: ScopeBuilder, parameters: SyntaxNode | undefined, scope: OpenScope): OpenScope {
  if (parameters === undefined) return scope;
  const around = builder.open('type-parameters', parameters, scope);
  builder.enter(parameters, around);
  for (const parameter of parameters.children) {
    let name: SyntaxNode | undefined = parameter;
    // `T`, `T: bound`, `*Ts` and `**P`; the name comes first in each.
    while (name?.is('type', 'constrained_type', 'splat_type') === true) name = name.children[0];
    if (name !== undefined) declareTarget(builder, name, around, { kind: 'type-parameter', node: parameter });
  }
  return around;
}

function visitComprehension(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  const inner = builder.open('comprehension', node, scope);
  const outside = firstIterable(node);
  for (const child of node.children) {
    builder.enter(child, inner);
    if (child.is('for_in_clause')) declareTarget(builder, child.field('left'), inner, { kind: 'loop', node: child });
  }
  builder.enter(outside, scope);
}

function visitImport(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  builder.modules.push(...importedModules(node));
  declareImports(builder, node, scope);
  builder.leaveOut(node);
}

function visitAssignment(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('assignment')) return;
  const annotation = node.field('type');
  const left = node.field('left');
  // `(x): int` without a value binds nothing.
  if (annotation !== undefined && !left.is('identifier', 'attribute') && node.field('right') === undefined) return;
  declareTarget(builder, left, scope, { kind: 'assignment', node, value: assignedValue(node), annotation });
}

/** The value of `a = b = value`, which both names get. */
export function assignedValue(assignment: SyntaxNode<'assignment'>): SyntaxNode | undefined {
  let value: SyntaxNode | undefined = assignment.field('right');
  while (value?.is('assignment')) value = value.field('right');
  return value;
}

function visitAugmentedAssignment(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('augmented_assignment')) return;
  const left = node.field('left');
  declareTarget(builder, left, scope, { kind: 'assignment', node });
  if (left.is('identifier')) builder.read(left, scope);
}

/** A walrus in a comprehension binds in the function around it. */
function visitWalrus(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  if (!node.is('named_expression')) return;
  let owner = scope;
  while (owner.kind === 'comprehension' && owner.parent !== undefined) owner = owner.parent;
  declareTarget(builder, node.field('name'), owner, { kind: 'assignment', node, value: node.field('value') });
}

/** `value as target` of a `with` or an `except`. */
function visitAlias(node: SyntaxNode, scope: OpenScope, builder: ScopeBuilder): void {
  const target = node.is('as_pattern') ? node.field('alias') : undefined;
  if (target === undefined) return;
  let holder = node.parent;
  // In `with (a as b):` the parser sees parentheses around the whole item.
  while (holder?.is('parenthesized_expression', 'tuple') === true) holder = holder.parent;
  const kind = holder?.is('except_clause') === true ? 'except' : 'with';
  declareTarget(builder, target, scope, { kind, node: holder ?? node, value: node.children[0] });
}

function redirect(to: 'global' | 'nonlocal'): Visit {
  return (node, scope, builder) => {
    scope.redirected ??= new Map();
    for (const name of node.children) scope.redirected.set(name.text, to);
    builder.leaveOut(node);
  };
}

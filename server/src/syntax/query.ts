/**
 * Questions about nodes that need nothing but the tree.
 *
 * Invariants: free functions without state; no walk is recursive; nothing here knows what a name stands for.
 */
import { statementKinds } from './kinds.generated';
import type { CompoundStatementKind, NodeKind, SimpleStatementKind } from './kinds.generated';
import type { Chunk, SyntaxNode } from './node';

export { stringValue } from './strings';
export { parametersOf } from './parameters';
export type { Parameter, ParameterKind } from './parameters';

/** Any statement. */
export type Statement = SyntaxNode<SimpleStatementKind | CompoundStatementKind>;

/** Whether both stand for one node of one tree. Views are made on demand, so `===` does not tell. */
export function sameNode(one: SyntaxNode | undefined, other: SyntaxNode | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.tree === other.tree && one.id === other.id;
}

/** Whether the node stands inside the other, or is it. */
export function isWithin(node: SyntaxNode, outer: SyntaxNode): boolean {
  return node.tree === outer.tree && outer.id <= node.id && node.id < outer.endId;
}

/** The parent, its parent and so on, up to the module. */
export function* ancestors(node: SyntaxNode): Generator<SyntaxNode, void> {
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) yield outer;
}

/** How far to go. */
export interface DescendantOptions {
  /** Asked for each node that is given out: whether to go on below it. Without it, everything is given out. */
  readonly into?: (node: SyntaxNode) => boolean;
}

/** The named nodes below a node in document order, without comments. */
export function* descendants(node: SyntaxNode, options: DescendantOptions = {}): Generator<SyntaxNode, void> {
  const { into } = options;
  for (let id = node.id + 1; id < node.endId;) {
    const inner = node.tree.node(id);
    id += 1;
    if (inner.is('token', 'comment', 'line_continuation')) continue;
    yield inner;
    if (into !== undefined && !into(inner)) id = inner.endId;
  }
}

/**
 * The nodes below a node that the numbers of their kinds pick out, in document order. It makes no views of the others, so it
 * is cheap where few are wanted of many.
 */
export function* nodesBelow(
  node: SyntaxNode,
  isWanted: (kind: number, chunk: Chunk, index: number) => boolean,
): Generator<SyntaxNode, void> {
  const { tree, id, endId } = node;
  for (const { chunk, firstId } of tree.chunksBetween(id + 1, endId)) {
    const after = Math.min(endId - firstId, chunk.length);
    for (let index = Math.max(0, id + 1 - firstId); index < after; index += 1) {
      if (isWanted(chunk.kindAt(index), chunk, index)) yield tree.node(firstId + index);
    }
  }
}

/**
 * The innermost function definition around a node, whatever stands between: also for its parameters and return type, and
 * for a class or lambda inside of it. Its decorators are outside.
 */
export function enclosingFunction(node: SyntaxNode): SyntaxNode<'function_definition'> | undefined {
  return enclosing(node, 'function_definition');
}

/** The innermost class around a node, whatever stands between: for code in a method, the method's class. */
export function enclosingClass(node: SyntaxNode): SyntaxNode<'class_definition'> | undefined {
  return enclosing(node, 'class_definition');
}

/** The innermost statement that holds the node, or the node itself if it is one. */
export function enclosingStatement(node: SyntaxNode): Statement | undefined {
  for (let outer: SyntaxNode | undefined = node; outer !== undefined; outer = outer.parent) if (isStatement(outer)) return outer;
  return undefined;
}

/** The innermost node of one of the kinds around a node, the node itself left out. */
export function enclosing<const Kinds extends readonly NodeKind[]>(
  node: SyntaxNode,
  ...kinds: Kinds
): SyntaxNode<Kinds[number]> | undefined {
  let outer = node.parent;
  while (outer !== undefined && !outer.is(...kinds)) outer = outer.parent;
  return outer;
}

/** Whether the node is a statement, simple or compound. Clauses (`else:`, `except:`) and decorators are none. */
export function isStatement(node: SyntaxNode): node is Statement {
  return statementKinds.has(node.kind);
}

/** The expressions that a clause catches; none for a bare `except`. */
export function caughtBy(handler: SyntaxNode<'except_clause'>): readonly SyntaxNode[] {
  const [first, ...others] = handler.children.filter((child) => !child.is('block'));
  if (first === undefined) return [];
  const caught = first.is('as_pattern') ? first.children[0] : first;
  if (caught === undefined) return [];
  // `except A, B:` needs no parentheses since Python 3.14.
  return caught.is('tuple') ? caught.children : [caught, ...others];
}

/** The statements of a block or module, without comments and errors. */
export function bodyStatements(block: SyntaxNode | undefined): readonly Statement[] {
  return block?.children.filter(isStatement) ?? [];
}

/** Whether a function, `for`, `with` or comprehension clause has `async` before it. */
export function isAsync(node: SyntaxNode<'function_definition' | 'for_statement' | 'with_statement' | 'for_in_clause'>): boolean {
  return node.hasToken('async');
}

/** The decorators of a function or class, from top to bottom. */
export function decoratorsOf(definition: SyntaxNode<'function_definition' | 'class_definition'>): readonly SyntaxNode<'decorator'>[] {
  const { parent } = definition;
  if (parent?.is('decorated_definition') !== true) return [];
  return parent.children.filter((child) => child.is('decorator'));
}

/** What a decorator names, whether it is called or not: `functools.cache` of `@functools.cache()`. */
export function decoratorCallee(decorator: SyntaxNode<'decorator'>): SyntaxNode | undefined {
  const [expression] = decorator.children;
  return expression?.is('call') === true ? expression.field('function') : expression;
}

/** The arguments of a call. */
export interface CallArguments {
  /** The positional ones whose place is certain: those before the first `*splat`. */
  readonly positional: readonly SyntaxNode[];
  /** The values of keyword arguments by name. Of a name that is given twice, the first. */
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  /** Whether `*something` is among the arguments. */
  readonly hasSplat: boolean;
  /** Whether `**something` is among the arguments. */
  readonly hasDoubleSplat: boolean;
}

/** What is passed to a call. A lone generator is a positional argument. */
export function callArguments(call: SyntaxNode<'call'>): CallArguments {
  const passed = argumentNodes(call);
  const firstSplat = passed.findIndex((argument) => argument.is('list_splat'));
  const beforeSplat = firstSplat < 0 ? passed : passed.slice(0, firstSplat);
  const keywords = new Map<string, SyntaxNode>();
  for (const argument of passed) {
    if (argument.is('keyword_argument') && !keywords.has(argument.field('name').text))
      keywords.set(argument.field('name').text, argument.field('value'));
  }
  return {
    positional: beforeSplat.filter((argument) => !argument.is('keyword_argument', 'dictionary_splat', 'ERROR')),
    keywords,
    hasSplat: firstSplat >= 0,
    hasDoubleSplat: passed.some((argument) => argument.is('dictionary_splat')),
  };
}

/** The value of a keyword argument. */
export function keywordArgument(call: SyntaxNode<'call'>, name: string): SyntaxNode | undefined {
  const found = argumentNodes(call).find((argument) => argument.is('keyword_argument') && argument.field('name').text === name);
  return found?.is('keyword_argument') === true ? found.field('value') : undefined;
}

function argumentNodes(call: SyntaxNode<'call'>): readonly SyntaxNode[] {
  const passed: SyntaxNode = call.field('arguments');
  return passed.is('generator_expression') ? [passed] : passed.children;
}

/** The expression inside any number of parentheses around it. */
export function unparenthesised(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (;;) {
    const [only, ...others] = inner.is('parenthesized_expression') ? inner.children : [];
    if (only === undefined || others.length > 0) return inner;
    inner = only;
  }
}

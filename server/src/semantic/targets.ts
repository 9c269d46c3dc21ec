/** What assignment targets, loop targets and patterns bind. */
import type { SyntaxNode } from '../syntax/node';
import type { OpenScope, ScopeBuilder } from './scopeBuilder';
import type { DeclarationKind } from './scopes';

/** What is the same for all names of a target. */
export interface TargetSource {
  readonly kind: DeclarationKind;
  readonly node: SyntaxNode;
  readonly value?: SyntaxNode | undefined;
  readonly annotation?: SyntaxNode | undefined;
}

/** Declares every name in a target. Parts that are evaluated and not bound (`self` in `self.x = 1`) are left to the walk. */
export function declareTarget(builder: ScopeBuilder, target: SyntaxNode, scope: OpenScope, source: TargetSource): void {
  const whole = unwrapped(target);
  if (whole.is('identifier')) {
    declareName(builder, whole, scope, source);
    return;
  }
  if (whole.is('attribute')) {
    noteAttribute(builder, whole, source);
    return;
  }
  if (!whole.is(...containers)) return;
  const partSource = { ...source, value: undefined, annotation: undefined };
  for (const part of partsOf(whole)) {
    if (part.is('identifier')) declareName(builder, part, scope, partSource);
    else if (part.is('attribute')) noteAttribute(builder, part, partSource);
  }
}

/** `self.x = value`, to be found by whoever asks for the attributes of a class. */
function noteAttribute(builder: ScopeBuilder, attribute: SyntaxNode<'attribute'>, { kind, value, annotation }: TargetSource): void {
  if (kind === 'delete') return;
  builder.assign(attribute, kind === 'assignment' ? value : undefined, annotation);
}

/** The target inside of parentheses, which the parser takes for a tuple of one without a comma. */
function unwrapped(target: SyntaxNode): SyntaxNode {
  let inner = target;
  while (inner.is('as_pattern_target', 'parenthesized_expression', 'tuple_pattern')) {
    const [only, ...others] = inner.children;
    if (only === undefined || others.length > 0 || (inner.is('tuple_pattern') && inner.hasToken(','))) break;
    inner = only;
  }
  return inner;
}

const containers = [
  'tuple',
  'list',
  'tuple_pattern',
  'list_pattern',
  'pattern_list',
  'expression_list',
  'list_splat',
  'list_splat_pattern',
  'dictionary_splat_pattern',
  'parenthesized_expression',
] as const;

/** The targets in a target, in order; nesting may have any depth. */
function partsOf(target: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  const pending = [target];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.is(...containers)) pending.push(...[...node.children].reverse());
    else parts.push(node);
  }
  return parts;
}

function declareName(builder: ScopeBuilder, name: SyntaxNode<'identifier'>, scope: OpenScope, source: TargetSource): void {
  builder.declare(name, scope, source);
}

/** Declares what a `match` pattern binds, and says of the rest what is read: classes, and the dotted names of constants. */
export function declarePattern(builder: ScopeBuilder, pattern: SyntaxNode, scope: OpenScope): void {
  const pending = [pattern];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { children } = node;
    const [first, ...rest] = children;
    if (node.is('dotted_name')) {
      if (rest.length > 0) readName(builder, first, scope);
      else capture(builder, first, pattern, scope);
    } else if (node.is('class_pattern')) {
      readName(builder, first?.children[0], scope);
      pending.push(...rest.reverse());
    } else if (node.is('keyword_pattern')) {
      pending.push(...rest.reverse());
    } else if (node.is('identifier')) {
      capture(builder, node, pattern, scope);
    } else {
      pending.push(...[...children].reverse());
    }
  }
}

function capture(builder: ScopeBuilder, name: SyntaxNode | undefined, pattern: SyntaxNode, scope: OpenScope): void {
  if (name?.is('identifier') === true && name.text !== '_') declareName(builder, name, scope, { kind: 'pattern', node: pattern });
}

function readName(builder: ScopeBuilder, name: SyntaxNode | undefined, scope: OpenScope): void {
  if (name?.is('identifier') === true) builder.read(name, scope);
}

/** What assignment targets, loop targets and patterns bind. */
import type { SyntaxNode } from '../syntax/node';
import type { DeclarationKind, MutableScope, ScopeBuilder } from './scopes';

/** What is the same for all names of a target. */
export interface TargetSource {
  readonly kind: DeclarationKind;
  readonly node: SyntaxNode;
  readonly value?: SyntaxNode | undefined;
  readonly annotation?: SyntaxNode | undefined;
}

/**
 * Declares every name in a target. Parts that are evaluated and not bound (`self` in `self.x = 1`, a class in a pattern)
 * are visited in the scope given for that, if one is.
 */
export function declareTarget(
  builder: ScopeBuilder,
  target: SyntaxNode,
  scope: MutableScope,
  source: TargetSource,
  reads?: MutableScope,
): void {
  const pending: { readonly node: SyntaxNode; readonly whole: boolean }[] = [{ node: target, whole: true }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, whole } = item;
    if (node.is('identifier')) {
      declareName(builder, node, scope, whole ? source : { ...source, value: undefined, annotation: undefined });
      continue;
    }
    if (isPatternPart(node)) {
      pending.push(...patternParts(node, builder, reads));
      continue;
    }
    if (
      node.is(
        'tuple',
        'list',
        'tuple_pattern',
        'list_pattern',
        'pattern_list',
        'expression_list',
        'list_splat',
        'list_splat_pattern',
        'dictionary_splat_pattern',
      )
    ) {
      pending.push(...node.children.map((child) => ({ node: child, whole: false })));
      continue;
    }
    if (node.is('as_pattern_target', 'parenthesized_expression')) {
      pending.push(...node.children.map((child) => ({ node: child, whole })));
      continue;
    }
    if (reads !== undefined) builder.visit(node, reads);
  }
}

function declareName(builder: ScopeBuilder, name: SyntaxNode<'identifier'>, scope: MutableScope, source: TargetSource): void {
  builder.declare(name.text, scope, {
    kind: source.kind,
    name,
    node: source.node,
    value: source.value,
    annotation: source.annotation,
    imported: undefined,
  });
}

function isPatternPart(node: SyntaxNode): boolean {
  return node.is(
    'case_pattern',
    'as_pattern',
    'union_pattern',
    'class_pattern',
    'dict_pattern',
    'keyword_pattern',
    'splat_pattern',
    'dotted_name',
  );
}

/** The parts of a `match` pattern that may bind names; what it compares with is only read. */
function patternParts(node: SyntaxNode, builder: ScopeBuilder, reads: MutableScope | undefined): { node: SyntaxNode; whole: boolean }[] {
  const { children } = node;
  if (node.is('dotted_name')) {
    const [first] = children;
    if (children.length > 1 && reads !== undefined) builder.visit(first, reads);
    return children.length === 1 && first !== undefined && first.text !== '_' ? [{ node: first, whole: false }] : [];
  }
  if (node.is('class_pattern')) {
    const [name, ...rest] = children;
    if (reads !== undefined) builder.visit(name?.children[0], reads);
    return rest.map((child) => ({ node: child, whole: false }));
  }
  if (node.is('keyword_pattern')) return children.slice(1).map((child) => ({ node: child, whole: false }));
  return children.map((child) => ({ node: child, whole: false }));
}

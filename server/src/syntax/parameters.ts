import type { SyntaxNode } from './node';

/** How a parameter can be given a value. */
export type ParameterKind = 'positional-only' | 'positional' | 'keyword-only' | 'var-positional' | 'var-keyword';

/** A parameter of a function. */
export interface Parameter {
  /** The whole of it, stars, annotation and default included. */
  readonly node: SyntaxNode;
  readonly name: SyntaxNode<'identifier'>;
  readonly annotation: SyntaxNode<'type'> | undefined;
  readonly default: SyntaxNode | undefined;
  readonly kind: ParameterKind;
}

/** The parameters of a function or lambda in order. Broken ones, and the tuples of Python 2, are left out. */
export function parametersOf(definition: SyntaxNode<'function_definition' | 'lambda'>): readonly Parameter[] {
  const found: Parameter[] = [];
  let kind: ParameterKind = 'positional';
  for (const node of definition.field('parameters')?.children ?? []) {
    if (node.is('positional_separator')) found.splice(0, found.length, ...found.map(asPositionalOnly));
    if (node.is('keyword_separator')) kind = 'keyword-only';
    const parameter = parameterOf(node, kind);
    if (parameter === undefined) continue;
    found.push(parameter);
    if (parameter.kind === 'var-positional') kind = 'keyword-only';
  }
  return found;
}

function asPositionalOnly(parameter: Parameter): Parameter {
  return parameter.kind === 'positional' ? { ...parameter, kind: 'positional-only' } : parameter;
}

function parameterOf(node: SyntaxNode, kind: ParameterKind): Parameter | undefined {
  const target = targetOf(node);
  const name = target?.is('list_splat_pattern', 'dictionary_splat_pattern') === true ? target.children[0] : target;
  if (target === undefined || name?.is('identifier') !== true) return undefined;
  return {
    node,
    name,
    annotation: node.is('typed_parameter', 'typed_default_parameter') ? node.field('type') : undefined,
    default: node.is('default_parameter', 'typed_default_parameter') ? node.field('value') : undefined,
    kind: kindOf(target, kind),
  };
}

/** The name, with its stars where it has some. */
function targetOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.is('default_parameter', 'typed_default_parameter')) return node.field('name');
  if (node.is('typed_parameter')) return node.children[0];
  return node.is('identifier', 'list_splat_pattern', 'dictionary_splat_pattern') ? node : undefined;
}

function kindOf(target: SyntaxNode, kind: ParameterKind): ParameterKind {
  if (target.is('list_splat_pattern')) return 'var-positional';
  return target.is('dictionary_splat_pattern') ? 'var-keyword' : kind;
}

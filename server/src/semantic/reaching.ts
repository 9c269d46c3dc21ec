/**
 * Which assignments to a name reach a place in a function.
 *
 * Invariants: one walk over the statements of a function answers for all of its names; control flow is read by the shape
 * of statements, and nothing is inferred here. Code is written in blocks, so a value holds for a stretch of text: a
 * function's names have a list of such stretches each. More may be said to reach a place than does, and never less.
 */
import type { SyntaxNode } from '../syntax/node';
import { enclosing } from '../syntax/query';
import { walkFlow } from './flowWalk';
import { testedNames } from './narrowing';
import type { Binding, Declaration, Scope } from './scopes';
import type { Change, Reaching, Stretches, Value } from './values';

/** The assignments that reach the uses in a function; the walk is made when a varied name is asked for. */
export function reachingIn(scope: Scope): Reaching {
  const { node } = scope;
  const tested = testedNames(node);
  const isVaried = (binding: Binding): boolean => binding.declarations.length > 1 || tested.has(binding.name);
  let stretches: ReadonlyMap<Binding, Stretches> | undefined;
  return {
    isVaried,
    valueAt: (binding, use) => {
      stretches ??= node.is('function_definition')
        ? walkFlow(node, changesIn(node, [...scope.bindings.values()].filter(isVaried)))
        : new Map();
      const found = stretches.get(binding);
      return found === undefined ? undefined : valueFrom(found, use.id);
    },
  };
}

function valueFrom({ from, values }: Stretches, id: number): Value | undefined {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) <= id) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}

/** The assignments to names that only this function assigns to, in the order in which they take effect. */
function changesIn(definition: SyntaxNode<'function_definition'>, bindings: readonly Binding[]): readonly Change[] {
  const changes: Change[] = [];
  for (const binding of bindings) {
    const own = binding.declarations.filter((declaration) => !isOnlyAnnotated(declaration));
    if (!own.every((declaration) => isDirectlyIn(declaration, definition))) continue;
    for (const declaration of own) {
      changes.push({ at: effectOf(declaration, definition), binding, declaration, isOptional: isOptional(declaration) });
    }
  }
  return changes.sort((one, other) => one.at - other.at);
}

/** `name: Type` without a value, which binds nothing. */
function isOnlyAnnotated({ kind, value, node }: Declaration): boolean {
  return kind === 'assignment' && value === undefined && node.is('assignment') && node.field('right') === undefined;
}

function isDirectlyIn({ kind, node }: Declaration, definition: SyntaxNode): boolean {
  return kind === 'parameter' || enclosing(node, 'function_definition', 'lambda')?.id === definition.id;
}

/** Names are bound when the statement or clause that binds them is over; what a `for` or `case` binds, in its block. */
function effectOf({ kind, name, node }: Declaration, definition: SyntaxNode): number {
  if (kind === 'parameter') return definition.id;
  if (kind === 'loop' && node.is('for_statement')) return node.field('body').id;
  if (kind === 'with' || kind === 'except') return enclosing(name, 'as_pattern')?.endId ?? node.endId;
  return node.endId;
}

/** A walrus behind `and`, `or` or `if`, or in a comprehension, need not be evaluated. */
function isOptional({ node }: Declaration): boolean {
  if (!node.is('named_expression')) return false;
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
    if (outer.is(...optionalPlaces)) return true;
    if (outer.is('block', 'module')) return false;
  }
  return false;
}

const optionalPlaces = [
  'boolean_operator',
  'conditional_expression',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
] as const;

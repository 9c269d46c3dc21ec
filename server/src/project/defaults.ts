/** What a function does when it is called without its optional arguments. */
import type { SyntaxNode } from '../syntax/node';
import { parametersOf, unparenthesised } from '../syntax/query';

type Definition = SyntaxNode<'function_definition'>;

/** Whether a node stands in a branch that only runs when an optional argument says so: `if refresh:` with `refresh=False`. */
export function isSkippedByDefault(node: SyntaxNode, definition: Definition): boolean {
  const defaults = defaultsOf(definition);
  if (defaults.size === 0) return false;
  let child = node;
  for (let parent = node.parent; parent !== undefined && child.id !== definition.id; child = parent, parent = parent.parent) {
    if (parent.is('if_statement', 'elif_clause')) {
      const isTrue = outcome(parent.field('condition'), defaults);
      if (isTrue === false && parent.field('consequence').id === child.id) return true;
      if (isTrue === true && parent.is('if_statement') && parent.field('alternative').some(({ id }) => id === child.id)) return true;
    }
    if (parent.is('conditional_expression')) {
      const [then, condition, otherwise] = parent.children;
      const isTrue = condition === undefined ? undefined : outcome(condition, defaults);
      if ((isTrue === false && then?.id === child.id) || (isTrue === true && otherwise?.id === child.id)) return true;
    }
  }
  return false;
}

/** Whether the default of each optional parameter is `None`, or else true or false; others are left out. */
function defaultsOf(definition: Definition): ReadonlyMap<string, 'none' | boolean> {
  const found = new Map<string, 'none' | boolean>();
  for (const { name, default: value } of parametersOf(definition)) {
    if (value?.is('none') === true) found.set(name.text, 'none');
    if (value?.is('true', 'false') === true) found.set(name.text, value.is('true'));
  }
  return found;
}

/** Whether a condition holds when the optional arguments are left out; undefined where they do not decide it. */
function outcome(condition: SyntaxNode, defaults: ReadonlyMap<string, 'none' | boolean>): boolean | undefined {
  const node = unparenthesised(condition);
  if (node.is('identifier')) {
    const value = defaults.get(node.text);
    return value === 'none' ? false : value;
  }
  if (node.is('not_operator')) {
    const inner = outcome(node.field('argument'), defaults);
    return inner === undefined ? undefined : !inner;
  }
  if (node.is('comparison_operator')) return comparedWithNone(node, defaults);
  if (!node.is('boolean_operator')) return undefined;
  const parts = [outcome(node.field('left'), defaults), outcome(node.field('right'), defaults)];
  const deciding = node.field('operator').text === 'or';
  if (parts.includes(deciding)) return deciding;
  return parts.includes(undefined) ? undefined : !deciding;
}

/** `name is None`, `name is not None`. */
function comparedWithNone(node: SyntaxNode, defaults: ReadonlyMap<string, 'none' | boolean>): boolean | undefined {
  const [left, right, ...others] = node.children;
  const value = left?.is('identifier') === true ? defaults.get(left.text) : undefined;
  if (value === undefined || right?.is('none') !== true || others.length > 0) return undefined;
  if (node.hasToken('is not')) return value !== 'none';
  return node.hasToken('is') ? value === 'none' : undefined;
}

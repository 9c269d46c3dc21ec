/**
 * What becomes of something that should be awaited.
 *
 * Invariant: only uses that are wrong for every coroutine count. Whatever hands one on (an argument, a return, a collection)
 * may reach somebody who awaits it.
 */
import type { FileView } from '../project/view';
import type { SyntaxNode } from '../syntax/node';
import { enclosing } from '../syntax/query';

/** Whether nobody can await what the call gives: it is thrown away, used as if it were the result, or kept for such uses only. */
export function isNeverAwaited(call: SyntaxNode<'call'>, view: FileView): boolean {
  return isWasted(call, view) || isKeptInVain(call, view);
}

/** Whether a coroutine at this place is thrown away, or used as if it were its result. */
function isWasted(expression: SyntaxNode, view: FileView): boolean {
  const { parent } = expression;
  if (parent === undefined) return false;
  if (parent.is(...alwaysWasted)) return true;
  if (parent.is('parenthesized_expression', 'named_expression')) return isWasted(parent, view);
  if (parent.is('attribute')) return !coroutineMembers.has(parent.field('attribute').text);
  if (parent.is('subscript')) return parent.field('value').id === expression.id;
  if (parent.is('call')) return parent.field('function').id === expression.id;
  if (parent.is('for_statement', 'for_in_clause')) return expression.start > parent.field('left').end && !parent.hasToken('async');
  if (parent.is('if_statement', 'elif_clause', 'while_statement')) return parent.field('condition').id === expression.id;
  if (parent.is('conditional_expression')) return parent.children[1]?.id === expression.id || isWasted(parent, view);
  if (parent.is('boolean_operator')) return parent.field('left').id === expression.id || isWasted(parent, view);
  if (parent.is('argument_list')) return isTakenAsResult(parent, view);
  if (parent.is('generator_expression', 'list_comprehension')) return isTestedEach(parent, view);
  return false;
}

const alwaysWasted = [
  'expression_statement',
  'comparison_operator',
  'not_operator',
  'binary_operator',
  'unary_operator',
  'augmented_assignment',
  'interpolation',
  'assert_statement',
  'if_clause',
  'list_splat',
  'dictionary_splat',
] as const;

/** What a coroutine has, or what async iterators have, which abstract methods are often declared to give. */
const coroutineMembers = new Set(
  'close send throw cr_await cr_code cr_frame cr_origin cr_running cr_suspended __await__ __name__ __qualname__ __aiter__ __anext__ asend athrow aclose'.split(
    ' ',
  ),
);

/** Functions that make something of a value, and nothing of a coroutine. */
const takers = new Set(
  'all any bool dict float frozenset int len list max min print repr reversed round set sorted str sum tuple'.split(' '),
);

const logMethods = new Set(['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical']);

/** `len(load())`, `logger.info("%s", load())`. */
function isTakenAsResult(list: SyntaxNode, view: FileView): boolean {
  const callee = list.parent?.is('call') === true ? list.parent.field('function') : undefined;
  if (callee?.is('identifier') === true) return takers.has(callee.text) && view.nameOf(callee) === `builtins.${callee.text}`;
  if (callee?.is('attribute') !== true || !logMethods.has(callee.field('attribute').text)) return false;
  return /^_*log(ger|ging)?$/i.test(lastName(callee.field('object')));
}

/** `any(is_ready(node) for node in nodes)`: each coroutine counts as true. */
function isTestedEach(comprehension: SyntaxNode, view: FileView): boolean {
  const { parent } = comprehension;
  const call = parent?.is('argument_list') === true ? parent.parent : parent;
  if (call?.is('call') !== true) return false;
  const name = view.nameOf(call.field('function'));
  return name === 'builtins.any' || name === 'builtins.all' || name === 'builtins.sum';
}

/** Whether the coroutine is kept under a name that is only used as if it were the result, or not at all. */
function isKeptInVain(call: SyntaxNode, view: FileView): boolean {
  const { parent } = call;
  if (parent?.is('assignment') !== true) return false;
  const target = parent.field('left');
  const binding = target.is('identifier') ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function') return false;
  if (enclosing(call, 'function_definition')?.id !== binding.scope.node.id) return false;
  if (binding.name === '_') return binding.references.length === 0;
  return binding.declarations.length === 1 && binding.references.every((reference) => isWasted(reference, view));
}

function lastName(expression: SyntaxNode): string {
  return expression.is('attribute') ? expression.field('attribute').text : expression.text;
}

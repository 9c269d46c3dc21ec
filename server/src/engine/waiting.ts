/** What rules may ask about calls that can wait: whether they are told not to, have nothing to wait for, or wait only later. */
import type { FileView } from '../project/view';
import type { SyntaxNode } from '../syntax/node';
import { enclosing, isAsync } from '../syntax/query';

export { isBounded, mayWaitForQueue } from '../semantic/queueWaits';
export { isSettled, type Knowledge } from '../semantic/settling';
export { isMoment, isToldNotToWait } from '../semantic/waiting';

/**
 * Whether the result of a call is iterated where it stands, or by the name that the same function gives it; handed on, whoever gets it
 * may iterate it in a thread.
 */
export function isIterated(call: SyntaxNode<'call'>, view: Pick<FileView, 'bindingOf'>): boolean {
  if (isConsumed(call)) return true;
  const target = call.parent?.is('assignment') === true ? call.parent.field('left') : undefined;
  const binding = target?.is('identifier') === true ? view.bindingOf(target) : undefined;
  const owner = binding?.scope.kind === 'function' && binding.declarations.length === 1 ? binding.scope.node : undefined;
  return owner !== undefined && binding?.references.some((use) => isConsumed(use) && functionAround(use)?.id === owner.id) === true;
}

function functionAround(use: SyntaxNode): SyntaxNode | undefined {
  return enclosing(use, 'function_definition', 'lambda', 'class_definition');
}

function isConsumed(iterator: SyntaxNode): boolean {
  const { parent } = iterator;
  if (parent?.is('for_statement') === true) return parent.field('right').id === iterator.id && !isAsync(parent);
  if (parent?.is('for_in_clause') === true) return !isAsync(parent);
  const consumer = parent?.is('argument_list') === true ? parent.parent : undefined;
  if (consumer?.is('call') !== true) return false;
  const callee = consumer.field('function');
  return consumers.has(callee.is('attribute') ? callee.field('attribute').text : callee.text);
}

const consumers: ReadonlySet<string> = new Set(['list', 'tuple', 'set', 'sorted', 'sum', 'next', 'join', 'enumerate', 'writelines']);

/** What rules may ask about calls that can wait: whether they are told not to, have nothing to wait for, or wait only later. */
import type { SyntaxNode } from '../syntax/node';

export { isSettled } from '../semantic/settling';
export { isToldNotToWait } from '../semantic/waiting';

/** Whether the result of a call is iterated where it stands; handed on, whoever gets it may iterate it in a thread. */
export function isIterated(call: SyntaxNode<'call'>): boolean {
  const { parent } = call;
  if (parent?.is('for_statement', 'for_in_clause') === true) return true;
  const consumer = parent?.is('argument_list') === true ? parent.parent : undefined;
  if (consumer?.is('call') !== true) return false;
  const callee = consumer.field('function');
  return consumers.has(callee.is('attribute') ? callee.field('attribute').text : callee.text);
}

const consumers: ReadonlySet<string> = new Set(['list', 'tuple', 'set', 'sorted', 'sum', 'next', 'join', 'enumerate', 'writelines']);

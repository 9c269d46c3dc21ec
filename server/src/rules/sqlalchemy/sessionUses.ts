/** Sessions that are made in async functions and handed on. */
import type { CheckContext } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors } from '../../syntax/query';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Call = SyntaxNode<'call'>;

/** Whether a call makes a synchronous session or connection for a `with`, which is given to something that runs on the loop. */
export function isEnteredAndHandedOn(call: Call, { view, catalogue }: Asked): boolean {
  const pattern = call.parent;
  const target =
    pattern?.is('as_pattern') === true && pattern.parent?.is('with_item') === true ? pattern.field('alias')?.children[0] : undefined;
  if (target?.is('identifier') !== true || isAsyncWith(call)) return false;
  const takers = (view.bindingOf(target)?.references ?? []).flatMap(takerOf);
  if (takers.length === 0 || view.runsOn(call) !== 'event-loop') return false;
  const methods = Object.values(catalogue.lookup(view.typeOf(target)?.type)?.methods ?? {});
  return methods.some(({ blocks }) => blocks === 'session') && takers.some((taker) => runsHere(taker, { view, catalogue }));
}

/** The call that a reference is handed to. */
function takerOf(reference: SyntaxNode): readonly Call[] {
  const argument = reference.parent?.is('keyword_argument') === true ? reference.parent : reference;
  const list = argument.parent;
  return list?.is('argument_list') === true && list.parent?.is('call') === true ? [list.parent] : [];
}

/** Whether a call runs its function where it stands: not in a thread, and not later. */
function runsHere(call: Call, { view, catalogue }: Asked): boolean {
  if (view.runsOn(call) !== 'event-loop' || view.isOffloaded(call)) return false;
  if (call.field('arguments').children.some((argument) => view.isOffloaded(argument))) return false;
  return catalogue.lookup(view.nameOf(call.field('function')))?.offloads === undefined;
}

function isAsyncWith(call: Call): boolean {
  for (const outer of ancestors(call)) if (outer.is('with_statement')) return outer.hasToken('async');
  return false;
}

/** Whether taking from a queue, or putting into one, may have to wait. */
import type { NamedApi } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { ancestors, callArguments, descendants } from '../syntax/query';
import { usesOf, type Knowledge } from './settling';

type Call = SyntaxNode<'call'>;

/** A put waits only where the file shows that the queue has a limit, and a get not where the queue was asked first. */
export function mayWaitForQueue(call: Call, api: NamedApi, context: Knowledge): boolean {
  const callee = call.field('function');
  if (!callee.is('attribute') || isAskedBefore(call)) return false;
  return api.puts === undefined || mayBeFull(callee.field('object'), context);
}

/** Whether a call that makes a queue sets a limit; undefined where that cannot be seen. */
export function isBounded(made: Call, { holds }: NamedApi): boolean | undefined {
  if (holds === undefined) return undefined;
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(made);
  const size = keywords.get(holds.keyword) ?? positional[holds.position];
  if (size === undefined) return hasSplat || hasDoubleSplat ? undefined : false;
  if (size.is('integer')) return Number(size.text) > 0;
  return size.is('unary_operator', 'none') ? false : undefined;
}

/** Whether the file shows that a put on this queue may have to wait: it is made there, with a limit. */
function mayBeFull(receiver: SyntaxNode, context: Knowledge): boolean {
  const made = usesOf(receiver, context).makers.flatMap((maker) => (maker.is('call') ? [maker] : []));
  return (
    made.length > 0 &&
    made.every((call) => {
      const api = context.catalogue.lookup(context.nameOf(call.field('function')));
      return api !== undefined && isBounded(call, api) !== false;
    })
  );
}

/** Whether a condition around the call asks the same queue something first: `if not queue.empty()`. */
function isAskedBefore(call: Call): boolean {
  const callee = call.field('function');
  const receiver = callee.is('attribute') ? callee.field('object').text : undefined;
  for (const outer of ancestors(call)) {
    if (outer.is('function_definition', 'lambda')) return false;
    if (outer.is('if_statement', 'while_statement', 'elif_clause') && asks(outer.field('condition'), receiver)) return true;
  }
  return false;
}

function asks(condition: SyntaxNode, receiver: string | undefined): boolean {
  return [condition, ...descendants(condition)].some((node) => {
    const callee = node.is('call') ? node.field('function') : undefined;
    return callee?.is('attribute') === true && callee.field('object').text === receiver;
  });
}

/** Where an async function may be suspended, and what it sleeps with. */
import type { CheckContext } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import { descendants } from '../../syntax/query';

/** Whether the function itself may be suspended in a part of it: by `await` and its relatives, or at a `yield`. */
export function isSuspendedIn(part: SyntaxNode): boolean {
  if (isSuspension(part)) return true;
  for (const node of ownNodes(part)) if (isSuspension(node)) return true;
  return false;
}

function isSuspension(node: SyntaxNode): boolean {
  return node.is('await', 'yield') || (node.is('for_statement', 'with_statement', 'for_in_clause') && node.hasToken('async'));
}

/** What stands in a part of a function and belongs to the function itself, and not to one inside of it. */
export function ownNodes(part: SyntaxNode): Iterable<SyntaxNode> {
  return descendants(part, { into: (node) => !node.is('function_definition', 'lambda', 'class_definition') });
}

/** Whether a part waits for nothing but pauses of its own, of which it has at least one. */
export function onlySleepsIn(part: SyntaxNode, view: CheckContext['view']): boolean {
  const waits = [...ownNodes(part)].filter(isSuspension);
  return waits.length > 0 && waits.every((wait) => wait.is('await') && isSleep(wait.children[0], view));
}

const sleeps = new Set(['asyncio.sleep', 'anyio.sleep', 'trio.sleep']);

/** The call, if a statement does nothing but wait for some time: `await asyncio.sleep(1)`. */
export function sleepIn(statement: SyntaxNode | undefined, view: CheckContext['view']): SyntaxNode<'call'> | undefined {
  const awaited = statement?.is('expression_statement') === true ? statement.children[0] : undefined;
  const call = awaited?.is('await') === true ? awaited.children[0] : undefined;
  return isSleep(call, view) ? call : undefined;
}

/** `asyncio.sleep(1)` and its relatives. */
export function isSleep(call: SyntaxNode | undefined, view: CheckContext['view']): call is SyntaxNode<'call'> {
  return call?.is('call') === true && sleeps.has(view.nameOf(call.field('function')) ?? '');
}

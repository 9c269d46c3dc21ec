/** Queues that are filled without end and have no limit. */
import type { CheckContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants, enclosingClass, enclosingFunction, enclosingStatement, isAsync, isWithin } from '../../syntax/query';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Call = SyntaxNode<'call'>;

/** A queue without a limit that is filled in a loop whose length nobody knows beforehand. */
export interface EndlessQueue {
  /** The method that puts. */
  readonly put: SyntaxNode<'attribute'>;
  /** Whether everything that is put waits while the queue is full, so that a limit would slow down who puts. */
  readonly wouldWait: boolean;
}

export function endlessQueue(made: Call, { view, catalogue }: Asked): EndlessQueue | undefined {
  const methods = mentionsOfMade(made, view).flatMap(({ parent }) => {
    const isCalled = parent?.is('attribute') === true && parent.parent?.is('call') === true;
    return isCalled ? [{ node: parent, api: catalogue.lookup(view.nameOf(parent)) }] : [];
  });
  if (methods.some(({ api }) => api === undefined || api.tellsSize === true)) return undefined;
  const puts = methods.filter(({ api }) => api?.puts !== undefined);
  const others = methods.filter(({ api }) => api?.puts === undefined);
  // A loop that takes out as well would wait for itself.
  const put = puts.find(
    ({ node }) => isRepeated(node, view) && openLoopsAround(node).some((loop) => !others.some((other) => isWithin(other.node, loop))),
  );
  return put === undefined ? undefined : { put: put.node, wouldWait: puts.every(({ api }) => api?.puts === 'waits') };
}

/** Whether a loop comes to the statement again: `put(item)` and then `return` is the end of the loop around it. */
function isRepeated(node: SyntaxNode, view: FileView): boolean {
  const [owner, statement] = [enclosingFunction(node), enclosingStatement(node)];
  return owner === undefined || statement === undefined || view.flow(owner).canReach(statement, statement);
}

function mentionsOfMade(made: Call, view: FileView): readonly SyntaxNode[] {
  const holder = made.parent;
  const target = holder?.is('assignment') === true ? holder.field('left') : undefined;
  if (target?.is('identifier') === true) return view.bindingOf(target)?.references ?? [];
  return target === undefined ? [] : mentionsOf(target);
}

/** The same name or attribute, wherever the file (for an attribute: the class around) mentions it. */
function mentionsOf(holder: SyntaxNode): readonly SyntaxNode[] {
  const owner = enclosingClass(holder);
  if (owner === undefined || !holder.is('attribute')) return [];
  const { text } = holder;
  return [...descendants(owner)].filter((node) => node.is('attribute') && node.text === text);
}

/** Each `while` and `async for` around a node in its own function. */
function openLoopsAround(node: SyntaxNode): readonly SyntaxNode[] {
  const loops: SyntaxNode[] = [];
  for (const outer of ancestors(node)) {
    if (outer.is('function_definition', 'lambda')) return loops;
    if ((outer.is('while_statement') && !isEmptying(outer)) || (outer.is('for_statement') && isAsync(outer))) loops.push(outer);
  }
  return loops;
}

/** `while not queue.empty()`: no more goes from one queue to another than there is. */
function isEmptying(loop: SyntaxNode<'while_statement'>): boolean {
  const condition = loop.field('condition');
  return [condition, ...descendants(condition)].some((node) => {
    const callee = node.is('call') ? node.field('function') : undefined;
    return callee?.is('attribute') === true && callee.field('attribute').text === 'empty';
  });
}

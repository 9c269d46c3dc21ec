/** Queues: whether putting can wait, and whether one that is filled without end has a limit. */
import type { NamedApi } from '../../catalogue/schema';
import type { CheckContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, callArguments, descendants, enclosingClass, isAsync, isWithin } from '../../syntax/query';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Call = SyntaxNode<'call'>;

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
export function mayBeFull(receiver: SyntaxNode, { view, catalogue }: Asked): boolean {
  const made = makersOf(receiver, view);
  return (
    made.length > 0 &&
    made.every((call) => {
      const api = catalogue.lookup(view.nameOf(call.field('function')));
      return api !== undefined && isBounded(call, api) !== false;
    })
  );
}

function makersOf(receiver: SyntaxNode, view: FileView): readonly Call[] {
  const values = receiver.is('identifier')
    ? (view.bindingOf(receiver)?.declarations ?? []).map(({ value }) => value)
    : mentionsOf(receiver).map(({ parent, id }) =>
        parent?.is('assignment') === true && parent.field('left').id === id ? parent.field('right') : undefined,
      );
  return values.flatMap((value) => (value?.is('call') === true ? [value] : []));
}

/** The same name or attribute, wherever the file (for an attribute: the class around) mentions it. */
function mentionsOf(holder: SyntaxNode): readonly SyntaxNode[] {
  const owner = enclosingClass(holder);
  if (owner === undefined || !holder.is('attribute')) return [];
  const { text } = holder;
  return [...descendants(owner)].filter((node) => node.is('attribute') && node.text === text);
}

/** Whether a condition around the call asks the same queue something first: `if not queue.empty()`. */
export function isAskedBefore(call: Call): boolean {
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
  const put = puts.find(({ node }) => openLoopsAround(node).some((loop) => !others.some((other) => isWithin(other.node, loop))));
  return put === undefined ? undefined : { put: put.node, wouldWait: puts.every(({ api }) => api?.puts === 'waits') };
}

function mentionsOfMade(made: Call, view: FileView): readonly SyntaxNode[] {
  const holder = made.parent;
  const target = holder?.is('assignment') === true ? holder.field('left') : undefined;
  if (target?.is('identifier') === true) return view.bindingOf(target)?.references ?? [];
  return target === undefined ? [] : mentionsOf(target);
}

/** Each `while` and `async for` around a node in its own function. */
function openLoopsAround(node: SyntaxNode): readonly SyntaxNode[] {
  const loops: SyntaxNode[] = [];
  for (const outer of ancestors(node)) {
    if (outer.is('function_definition', 'lambda')) return loops;
    if (outer.is('while_statement') || (outer.is('for_statement') && isAsync(outer))) loops.push(outer);
  }
  return loops;
}

/**
 * `while` loops that take items off a queue, so that what they call runs once for each of them.
 *
 * Invariant: other `while` loops are attempts, waits or turns of a clock as often as they go through something, so that only
 * a call counts that is given what its loop took off a queue of the standard library.
 */
import type { LocalModel } from '../semantic/model';
import { nodeKinds, type NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { nodesBelow, sameNode } from '../syntax/query';

/** CPython 3.13: Lib/asyncio/queues.py, Lib/queue.py, Lib/multiprocessing/queues.py. */
const queues = [
  'asyncio.Queue',
  'asyncio.LifoQueue',
  'asyncio.PriorityQueue',
  'queue.Queue',
  'queue.LifoQueue',
  'queue.PriorityQueue',
  'queue.SimpleQueue',
  'multiprocessing.queues.Queue',
  'multiprocessing.queues.JoinableQueue',
  'multiprocessing.queues.SimpleQueue',
];
const takes: ReadonlySet<string> = new Set(queues.flatMap((queue) => [`${queue}.get`, `${queue}.get_nowait`]));

const number = (kind: NodeKind): number => nodeKinds.indexOf(kind);
const callKind = number('call');
const assignmentKind = number('assignment');
const identifierKind = number('identifier');

/** Whether a call, somewhere inside of a function (or the module), is made for each item that a loop takes off a queue. */
export function isMadeForQueued(call: SyntaxNode<'call'>, within: SyntaxNode, model: LocalModel): boolean {
  const given = call.field('arguments');
  let inner: SyntaxNode = call;
  for (let outer = call.parent; outer !== undefined && !sameNode(outer, within); inner = outer, outer = outer.parent) {
    if (!outer.is('while_statement') || !sameNode(outer.field('body'), inner)) continue;
    if (takesItem(given, model)) return true;
    const items = itemsTaken(inner, model);
    if (items.size > 0 && mentions(given, items)) return true;
  }
  return false;
}

/** Whether something below a node takes an item off a queue, as `wait_for(queue.get(), 1)` does. */
function takesItem(node: SyntaxNode, model: LocalModel): boolean {
  for (const inner of [node, ...nodesBelow(node, (kind) => kind === callKind)]) {
    if (inner.is('call') && isTake(inner, model)) return true;
  }
  return false;
}

function isTake(call: SyntaxNode<'call'>, model: LocalModel): boolean {
  const callee = call.field('function');
  if (!callee.is('attribute') || !methods.has(callee.field('attribute').text)) return false;
  return takes.has(model.nameOf(callee) ?? '');
}

const methods = new Set(['get', 'get_nowait']);

/** The names that a loop's body binds to what it takes. */
function itemsTaken(body: SyntaxNode, model: LocalModel): ReadonlySet<string> {
  const items = new Set<string>();
  for (const assignment of nodesBelow(body, (kind) => kind === assignmentKind)) {
    if (!assignment.is('assignment')) continue;
    const value = assignment.field('right');
    if (value === undefined || !takesItem(value, model)) continue;
    const target = assignment.field('left');
    for (const name of [target, ...nodesBelow(target, (kind) => kind === identifierKind)]) if (name.is('identifier')) items.add(name.text);
  }
  return items;
}

function mentions(given: SyntaxNode, names: ReadonlySet<string>): boolean {
  for (const name of nodesBelow(given, (kind, chunk, index) => kind === identifierKind && names.has(chunk.nameAt(index)))) {
    const { parent } = name;
    const isValue = parent?.is('attribute') !== true || sameNode(parent.field('object'), name);
    if (isValue && !isKeyword(name)) return true;
  }
  return false;
}

/** Whether an identifier is the name of a keyword argument. */
function isKeyword(name: SyntaxNode): boolean {
  return name.parent?.is('keyword_argument') === true && sameNode(name.parent.field('name'), name);
}

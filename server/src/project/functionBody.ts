/** The calls in a function's own body. */
import { firstIterable, isComprehension } from '../semantic/declarations';
import type { LocalModel } from '../semantic/model';
import { calleeNameAt } from '../syntax/callees';
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { isAsync, isWithin, sameNode } from '../syntax/query';
import { isMadeForQueued } from './queueLoops';

/** What a function has in its own body, outside of nested functions. */
export interface Body {
  readonly calls: readonly BodyCall[];
  readonly yields: readonly SyntaxNode<'yield'>[];
  /** What a coroutine waits for: what it awaits, enters with `async with` and iterates with `async for`. */
  readonly waits: readonly SyntaxNode<Waits>[];
  /** Whether a condition asks whether the code is to run async, or the body looks for a running loop. */
  readonly choosesAsync: boolean;
}

type Waits = 'await' | 'with_statement' | 'for_statement' | 'for_in_clause';

/** A call in the body. */
export interface BodyCall {
  readonly call: SyntaxNode<'call'>;
  /** The last name of what is called; undefined where it is called without a name. */
  readonly name: string | undefined;
  readonly isConsumed: boolean;
}

const number = (kind: NodeKind): number => nodeKinds.indexOf(kind);
const callKind = number('call');
const yieldKind = number('yield');
const identifierKind = number('identifier');
const awaitKind = number('await');
/** What says `async` where it waits. */
const maybeAsync: ReadonlySet<number> = new Set([number('with_statement'), number('for_statement'), number('for_in_clause')]);
/** What runs at another time, if ever. */
const deferred: ReadonlySet<number> = new Set([number('function_definition'), number('lambda')]);
const conditions: ReadonlySet<number> = new Set([number('if_statement'), number('elif_clause'), number('conditional_expression')]);

/** Reads a body over its packed kinds; nested functions and lambdas are left out. */
export function readBody(definition: SyntaxNode<'function_definition'>): Body {
  const { tree } = definition;
  const body = definition.field('body');
  const calls: Body['calls'][number][] = [];
  const yields: SyntaxNode<'yield'>[] = [];
  const waits: SyntaxNode<Waits>[] = [];
  const isCoroutine = isAsync(definition);
  let choosesAsync = false;
  for (const { chunk, firstId } of tree.chunksBetween(body.id, body.endId)) {
    const end = Math.min(body.endId - firstId, chunk.length);
    for (let index = Math.max(body.id - firstId, 0); index < end; index += 1) {
      const kind = chunk.kindAt(index);
      if (deferred.has(kind)) {
        index = tree.node(firstId + index).endId - firstId - 1;
      } else if (kind === callKind) {
        const call = tree.node(firstId + index);
        const nameAt = calleeNameAt(chunk, index);
        const name = nameAt < 0 ? undefined : chunk.nameAt(nameAt);
        if (call.is('call')) calls.push({ call, name, isConsumed: isConsumed(call) });
      } else if (kind === yieldKind) {
        const node = tree.node(firstId + index);
        if (node.is('yield')) yields.push(node);
      } else if (isCoroutine && (kind === awaitKind || maybeAsync.has(kind))) {
        const node = tree.node(firstId + index);
        if (node.is('await') || (node.is('with_statement', 'for_statement', 'for_in_clause') && node.hasToken('async'))) waits.push(node);
      } else if (conditions.has(kind)) {
        choosesAsync ||= asksForAsync(tree.node(firstId + index));
      } else if (kind === identifierKind) {
        choosesAsync ||= loopSeekers.has(chunk.nameAt(index));
      }
    }
  }
  return { calls, yields, waits, choosesAsync };
}

/** The arguments of calls in a function, nested functions included, that are one of these names. */
export function argumentsNamed(names: ReadonlySet<string>, definition: SyntaxNode<'function_definition'>): readonly SyntaxNode[] {
  if (names.size === 0) return [];
  const { tree } = definition;
  const body = definition.field('body');
  const found: SyntaxNode[] = [];
  for (const { chunk, firstId } of tree.chunksBetween(body.id, body.endId)) {
    const end = Math.min(body.endId - firstId, chunk.length);
    for (let index = Math.max(body.id - firstId, 0); index < end; index += 1) {
      if (chunk.kindAt(index) !== identifierKind || !names.has(chunk.nameAt(index))) continue;
      const node = tree.node(firstId + index);
      if (node.parent?.is('argument_list', 'keyword_argument') === true) found.push(node);
    }
  }
  return found;
}

/** Whoever looks for a loop, or whether something is a coroutine, has a way for both worlds. */
const loopSeekers = new Set([
  'get_running_loop',
  'get_event_loop',
  'current_async_library',
  'iscoroutinefunction',
  'iscoroutine',
  'isawaitable',
  'is_running',
]);

/** Whether the condition of a branch names something that says "async". */
function asksForAsync(branch: SyntaxNode): boolean {
  const condition = branch.is('if_statement', 'elif_clause') ? branch.field('condition') : branch.children[1];
  if (condition === undefined) return false;
  for (const { chunk, firstId } of condition.tree.chunksBetween(condition.id, condition.endId)) {
    for (let index = condition.id - firstId; index < condition.endId - firstId; index += 1) {
      if (chunk.kindAt(index) === identifierKind && /(^|_)(is_)?a?sync($|_)/i.test(chunk.nameAt(index))) return true;
    }
  }
  return false;
}

/** Builtins that go through whatever they are given. */
const consumers = new Set(['list', 'tuple', 'set', 'frozenset', 'dict', 'sorted', 'sum', 'min', 'max', 'any', 'all', 'next', 'enumerate']);

/**
 * Whether a call is given what another makes, as `spawn(work())` is, and nothing keeps what it gives. Of others nobody asks, and
 * summaries are kept small.
 */
export function isDropped(call: SyntaxNode<'call'>): boolean {
  return call.parent?.is('expression_statement') === true && call.field('arguments').children.some((argument) => argument.is('call'));
}

/** Whether the result is iterated or entered where the call stands. */
export function isConsumed(call: SyntaxNode<'call'>): boolean {
  const { parent } = call;
  if (parent?.is('for_statement') === true) return parent.field('right').id === call.id;
  if (parent?.is('for_in_clause') === true) return parent.field('right').some((iterable) => iterable.id === call.id);
  if (parent?.is('yield') === true) return parent.hasToken('from');
  if (parent?.is('argument_list') === true)
    return parent.parent?.is('call') === true && consumers.has(parent.parent.field('function').text);
  const holder = parent?.is('as_pattern') === true ? parent.parent : parent;
  return holder?.is('with_item') === true;
}

/** Whether a call is made for each item of something, inside of a function (or the module). */
export function isRepeated(call: SyntaxNode<'call'>, within: SyntaxNode, model: LocalModel): boolean {
  return isIterated(call, within) || isMadeForQueued(call, within, model);
}

function isIterated(call: SyntaxNode<'call'>, within: SyntaxNode): boolean {
  let inner: SyntaxNode = call;
  for (let outer = call.parent; outer !== undefined && !sameNode(outer, within); inner = outer, outer = outer.parent) {
    if (outer.is('for_statement') && sameNode(outer.field('body'), inner)) return true;
    if (!isComprehension(outer)) continue;
    const first = firstIterable(outer);
    if (first === undefined || !isWithin(call, first)) return true;
  }
  return false;
}

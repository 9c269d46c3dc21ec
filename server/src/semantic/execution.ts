/**
 * Where code runs.
 *
 * Invariant: "event loop" is said only of code in the body of an `async def`; a nested function or lambda runs wherever it
 * is called, and in a thread where all that is done with it is to hand it to one.
 */
import type { SyntaxNode } from '../syntax/node';
import { decoratorCallee, isAsync } from '../syntax/query';
import type { Inference } from './inference';
import { firstIterable, isComprehension } from './declarations';

/** Where a piece of code runs: on the event loop, in a worker thread, or wherever its caller does. */
export type RunsOn = 'event-loop' | 'thread' | 'caller' | 'unknown';

/** Where the code at a node runs; see `FileView.runsOn`. */
export function executionOf(node: SyntaxNode, inference: Inference): RunsOn {
  let child = node;
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (parent.is('function_definition') && parent.field('body').id === child.id) return ofFunction(parent, inference);
    if (parent.is('lambda') && parent.field('body').id === child.id) return isOffloaded(parent, inference) ? 'thread' : 'caller';
    // A generator expression that goes to a thread is consumed there; only its first iterable is evaluated at once.
    if (parent.is('generator_expression') && !isFirstIterable(child, parent) && isGivenToThread(parent, inference)) return 'thread';
    child = parent;
  }
  return 'caller';
}

/** Whether an expression is an argument that its call runs in a worker thread, directly or through `functools.partial`. */
export function isOffloaded(expression: SyntaxNode, inference: Inference): boolean {
  const argument = expression.parent?.is('keyword_argument') === true ? expression.parent : expression;
  const list = argument.parent;
  if (list?.is('generator_expression') === true || list?.parent?.is('call') !== true) return false;
  const call = list.parent;
  if (!call.is('call') || !list.is('argument_list')) return false;
  const place = argument.is('keyword_argument') ? argument.field('name').text : positionOf(argument, list);
  const name = inference.nameOf(call.field('function'));
  if (name === 'functools.partial') return place === 0 && isOffloaded(call, inference);
  const offloads = inference.catalogue.lookup(name)?.offloads;
  if (offloads !== undefined) return offloads.includes(place);
  return isOffloaderByName(call.field('function'), place, inference);
}

/** Whether an expression is any argument of a call that runs another of its arguments in a worker thread. */
function isGivenToThread(expression: SyntaxNode, inference: Inference): boolean {
  const list = expression.parent;
  return list?.is('argument_list') === true && list.children.some((argument) => isOffloaded(argument, inference));
}

function positionOf(argument: SyntaxNode, list: SyntaxNode): number {
  return list.children.filter((child) => !child.is('keyword_argument')).findIndex((child) => child.id === argument.id);
}

/**
 * `self.loop.run_in_executor(None, f)` on a receiver of unknown type: the names of these methods are telling enough to stay
 * silent on what they are given.
 */
const offloadingMethods: Readonly<Record<string, number>> = {
  run_in_executor: 1,
  to_thread: 0,
  run_in_threadpool: 0,
  submit: 0,
  run_sync: 0,
  async_add_executor_job: 0,
};

function isOffloaderByName(callee: SyntaxNode, place: number | string, inference: Inference): boolean {
  const isTyped = callee.is('attribute') && inference.typeOf(callee.field('object')) !== undefined;
  const method = callee.is('attribute') ? callee.field('attribute').text : callee.text;
  return !isTyped && Object.hasOwn(offloadingMethods, method) && offloadingMethods[method] === place;
}

function ofFunction(definition: SyntaxNode<'function_definition'>, inference: Inference): RunsOn {
  if (isAsync(definition)) return 'event-loop';
  if (isOffloadingDecorated(definition, inference)) return 'thread';
  const references = inference.scopes.bindingOf(definition.field('name'))?.references ?? [];
  return references.length > 0 && references.every((reference) => isOffloaded(reference, inference)) ? 'thread' : 'caller';
}

/** `@sync_to_async` and the like: the decorator itself is a call that offloads its argument. */
function isOffloadingDecorated(definition: SyntaxNode<'function_definition'>, inference: Inference): boolean {
  const decorated = definition.parent;
  if (decorated?.is('decorated_definition') !== true) return false;
  return decorated.children.some((child) => {
    if (!child.is('decorator')) return false;
    return inference.catalogue.lookup(inference.nameOf(decoratorCallee(child)))?.offloads?.includes(0) === true;
  });
}

function isFirstIterable(child: SyntaxNode, generator: SyntaxNode): boolean {
  if (!isComprehension(generator)) return false;
  const iterable = firstIterable(generator);
  return iterable !== undefined && child.start <= iterable.start && iterable.end <= child.end && child.is('for_in_clause');
}

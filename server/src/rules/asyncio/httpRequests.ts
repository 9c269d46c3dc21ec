/**
 * Requests over HTTP that are made for each of many things.
 *
 * Invariant: a call counts only where the catalogue knows its client, or where the called function is in view and makes such a call.
 */
import type { Catalogue } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants } from '../../syntax/query';
import { calledDefinition } from './calledFunctions';

interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** Whether what is called and awaited makes a request: itself, or by functions of this file without a limit of their own. */
export function makesRequest(callee: SyntaxNode, knowledge: Knowledge, depth = 0): boolean {
  if (isRequest(callee, knowledge)) return true;
  const inner = depth < deepest ? callsBehind(callee, knowledge) : [];
  return inner.some((each) => makesRequest(each.field('function'), knowledge, depth + 1));
}

const deepest = 4;

/** Whether all that an awaited call asks of others is to read: the order of such requests is nobody's concern. */
export function onlyReads(call: SyntaxNode<'call'>, knowledge: Knowledge): boolean {
  const requests = requestsOf(call.field('function'), knowledge);
  return requests.length > 0 && requests.every((request) => readingMethods.has(methodOf(request) ?? ''));
}

function requestsOf(callee: SyntaxNode, knowledge: Knowledge): readonly SyntaxNode[] {
  if (isRequest(callee, knowledge)) return [callee];
  return callsBehind(callee, knowledge)
    .map((call) => call.field('function'))
    .filter((each) => isRequest(each, knowledge));
}

/** The calls that stand in the function that is called, where it is in view and limits nothing. */
function callsBehind(callee: SyntaxNode, { view }: Knowledge): readonly SyntaxNode<'call'>[] {
  const definition = calledDefinition(callee, view);
  if (definition?.hasToken('async') !== true || isLimited(definition)) return [];
  return [...descendants(definition.field('body'))].filter((node) => node.is('call'));
}

const readingMethods = new Set(['get', 'head', 'options']);
const requestMethods = new Set(['delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'request', 'send']);

/** `client.get(…)` of an asynchronous client that pools connections. */
function isRequest(callee: SyntaxNode, { view, catalogue }: Knowledge): boolean {
  if (!requestMethods.has(methodOf(callee) ?? '')) return false;
  const api = catalogue.lookup(view.nameOf(callee));
  if (api === undefined || api.blocks !== undefined) return false;
  return catalogue.lookup(api.name.slice(0, api.name.lastIndexOf('.')))?.pools === 'http';
}

function methodOf(callee: SyntaxNode): string | undefined {
  return callee.is('attribute') ? callee.field('attribute').text : undefined;
}

/** Whether anything in the code is called for a limit: a semaphore, a limiter, the size of a batch. */
export function isLimited(code: SyntaxNode): boolean {
  for (const node of descendants(code)) if (node.is('identifier') && limiting.test(node.text)) return true;
  return false;
}

const limiting =
  /(^|_)(sem(aphore)?|limit(er|s|ed)?|throttle[dr]?|lock|slots?|bucket|concurren\w*|connector|batch(es)?|chunks?|workers?)(_|\d|$)|Semaphore|Limiter|batched/i;

/** Whether what is gone through is known to be short, or is a part of something larger. */
export function isShort(iterable: SyntaxNode | undefined): boolean {
  if (iterable === undefined) return true;
  if (iterable.is('list', 'tuple', 'set', 'dictionary', 'string')) return true;
  if (iterable.is('attribute') && /^(?:settings|config|conf|cfg)$/.test(iterable.field('object').text)) return true;
  if (iterable.is('identifier', 'attribute')) {
    const name = iterable.is('attribute') ? iterable.field('attribute').text : iterable.text;
    return name === name.toUpperCase() || /batch|chunk|page|window/i.test(name);
  }
  if (iterable.is('subscript')) return true;
  return iterable.is('call') && iterable.field('arguments').children.some((argument) => argument.is('integer') || isShort(argument));
}

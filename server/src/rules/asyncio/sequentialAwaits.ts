/**
 * Loops that await one call for each of their items.
 *
 * Invariant: a loop counts only where no item depends on another: nothing leaves it early, nothing is carried over, and the one thing
 * that it waits for is that call.
 */
import type { SyntaxNode } from '../../syntax/node';
import { descendants } from '../../syntax/query';
import { ownNodes } from './taskGroups';

export interface AwaitedEach {
  readonly call: SyntaxNode<'call'>;
  readonly target: SyntaxNode;
  readonly iterable: SyntaxNode | undefined;
  /** `for x in xs`, with conditions. */
  readonly clause: string;
  /** What a gather could stand in the place of: the list, or the loop that appends to one by this name. */
  readonly collected: { readonly node: SyntaxNode; readonly list?: string } | undefined;
}

/** `[await f(x) for x in xs]`. */
export function awaitedEach(list: SyntaxNode<'list_comprehension'>): AwaitedEach | undefined {
  const body = list.field('body');
  const [, clause, ...others] = list.children;
  const call = body.is('await') ? body.children[0] : undefined;
  if (call?.is('call') !== true || clause?.is('for_in_clause') !== true || clause.hasToken('async')) return undefined;
  if (others.some((other) => !other.is('if_clause')) || hasAwait(clause) || others.some(hasAwait)) return undefined;
  const target = clause.field('left');
  if (!isMentioned(target, call)) return undefined;
  const text = [clause, ...others].map((each) => each.text).join(' ');
  return {
    call,
    target,
    iterable: clause.field('right')[0],
    clause: text,
    collected: isPlainValue(list) && !/[\r\n]/.test(text) ? { node: list } : undefined,
  };
}

/** A `for` whose iterations each await one call, and otherwise only store what came of it. */
export function independentAwait(loop: SyntaxNode<'for_statement'>): AwaitedEach | undefined {
  if (loop.hasToken('async') || loop.field('alternative') !== undefined) return undefined;
  const body = loop.field('body');
  let awaited: SyntaxNode | undefined;
  for (const node of ownNodes(body)) {
    if (node.is(...leaving) || (node.is('for_statement', 'with_statement', 'for_in_clause') && node.hasToken('async'))) return undefined;
    if (!node.is('await')) continue;
    if (awaited !== undefined) return undefined;
    awaited = node;
  }
  const call = awaited?.children[0];
  const target = loop.field('left');
  if (awaited === undefined || call?.is('call') !== true || !isMentioned(target, call) || isCarried(call, body)) return undefined;
  // A call whose result nobody takes is made for what it does, and the order of that may matter.
  if (awaited.parent?.is('expression_statement') === true) return undefined;
  const list = appendedTo(awaited, body);
  const clause = `for ${target.text} in ${loop.field('right').text}`;
  return {
    call,
    target,
    iterable: loop.field('right'),
    clause,
    collected: list === undefined || /[\r\n]/.test(clause) ? undefined : { node: loop, list },
  };
}

/** What ends the loop early, ends an iteration by its outcome, or makes the next one wait on purpose. */
const leaving = [
  'break_statement',
  'return_statement',
  'raise_statement',
  'yield',
  'try_statement',
  'while_statement',
  'for_statement',
  'augmented_assignment',
  'delete_statement',
  'if_statement',
] as const;

function isMentioned(target: SyntaxNode, call: SyntaxNode): boolean {
  const names = target.is('identifier') ? [target.text] : target.children.map((each) => each.text);
  return [...descendants(call)].some((node) => node.is('identifier') && names.includes(node.text));
}

function hasAwait(node: SyntaxNode): boolean {
  return [...descendants(node)].some((inner) => inner.is('await'));
}

/** Whether the call is given anything that the loop has assigned: it may come from the item before. */
function isCarried(call: SyntaxNode, body: SyntaxNode): boolean {
  const assigned = new Set<string>();
  for (const node of ownNodes(body)) {
    const target = node.is('named_expression') ? node.field('name') : node.is('assignment') ? node.field('left') : undefined;
    if (target !== undefined) assigned.add(target.text);
  }
  return [...descendants(call)].some((node) => node.is('identifier', 'attribute', 'subscript') && assigned.has(node.text));
}

/** The list of `found.append(await f(x))`, where that is all that the loop does. */
function appendedTo(awaited: SyntaxNode, body: SyntaxNode): string | undefined {
  const [statement, ...others] = body.children;
  const call = awaited.parent?.is('argument_list') === true ? awaited.parent.parent : undefined;
  if (statement === undefined || others.length > 0 || call?.is('call') !== true || call.parent?.id !== statement.id) return undefined;
  const callee = call.field('function');
  const isAppend = callee.is('attribute') && callee.field('attribute').text === 'append' && callee.field('object').is('identifier');
  return isAppend && call.field('arguments').children.length === 1 ? callee.field('object').text : undefined;
}

/** Whether the list is the whole of what a statement assigns or returns, so that an `await` fits in its place. */
function isPlainValue(list: SyntaxNode): boolean {
  return list.parent?.is('assignment', 'return_statement') === true;
}

/** What the handlers of a loop that tries again make of the next attempt. */
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants } from '../../syntax/query';
import { isLostRace } from './errorClasses';

/** Whether a handler sees to it that the next attempt is not the same: it changes what that is given, or renews what was refused. */
export function isAnotherNext(attempt: SyntaxNode<'try_statement'>): boolean {
  return isChanged(attempt) || handlersOf(attempt).some((handler) => [...descendants(handler)].some(isRenewal));
}

/** Whether what is caught says that others are at it: they hold the lock that is to be got, or were quicker. */
export function isForOthers(attempt: SyntaxNode<'try_statement'>): boolean {
  return isForLock(attempt) || handlersOf(attempt).some((handler) => isLostRace(caughtBy(handler)));
}

/**
 * Whether each attempt is a vote: what it gave and what failed are counted by the same name, and the count decides. What the loop's own
 * condition looks at counts attempts.
 */
export function isTally(attempt: SyntaxNode<'try_statement'>, condition: SyntaxNode | undefined): boolean {
  const asked = condition === undefined ? [] : [condition, ...descendants(condition)].map(({ text }) => text);
  const counted = new Set([...descendants(attempt.field('body'))].flatMap(counters).filter((name) => !asked.includes(name)));
  return handlersOf(attempt).some((handler) => [...descendants(handler)].flatMap(counters).some((name) => counted.has(name)));
}

/** The name that is counted up or down: `failures += 1`. */
function counters(node: SyntaxNode): readonly string[] {
  return node.is('augmented_assignment') ? [node.field('left').text] : [];
}

/** Whether a handler gives another value to a name that the attempt is given from outside. */
function isChanged(attempt: SyntaxNode<'try_statement'>): boolean {
  const inside = [...descendants(attempt.field('body'))];
  const given = new Set(inside.flatMap(targets));
  const read = inside.filter((node) => node.is('identifier', 'attribute') && !given.has(node.text) && !isInLog(node));
  return handlersOf(attempt)
    .flatMap((handler) => [...descendants(handler)].flatMap(targets))
    .some((target) => read.some(({ text }) => text === target));
}

/** `self.refresh_token()`, `await client.reconnect()`. */
function isRenewal(node: SyntaxNode): boolean {
  const callee = node.is('call') ? node.field('function') : undefined;
  const name = callee?.is('attribute') === true ? callee.field('attribute') : callee;
  return name !== undefined && renewals.test(name.text);
}

const renewals = /(?:^|_)(?:renew|refresh|re_?connect|re_?login|login|log_in|re_?auth\w*|authenticate)(?:_|$)|_token$/;

/** The names that an assignment gives a value to: `url`, `self.url`. */
function targets(node: SyntaxNode): readonly string[] {
  const left = node.is('assignment', 'augmented_assignment') ? node.field('left') : undefined;
  return left === undefined ? [] : (left.is('identifier', 'attribute') ? [left] : left.children).map(({ text }) => text);
}

/** Whether what is tried is to get a lock that others hold, and what is caught is that they still do. */
function isForLock(attempt: SyntaxNode<'try_statement'>): boolean {
  const isAcquired = [...descendants(attempt.field('body'))].some((node) => {
    const callee = node.is('call') ? node.field('function') : undefined;
    return callee?.is('attribute') === true && callee.field('attribute').text.startsWith('acquire');
  });
  return isAcquired && handlersOf(attempt).every((handler) => /Timeout|Blocking|Lock/.test(caughtBy(handler)));
}

function caughtBy(handler: SyntaxNode): string {
  return handler.children.find((child) => !child.is('block'))?.text ?? '';
}

function handlersOf(attempt: SyntaxNode<'try_statement'>): readonly SyntaxNode[] {
  return attempt.children.filter((child) => child.is('except_clause'));
}

/** Whether a name is only told to a log. */
export function isInLog(node: SyntaxNode): boolean {
  for (const outer of ancestors(node)) {
    if (outer.is('block')) return false;
    if (outer.is('call') && /(?:debug|info|warning|error|exception|print|\blog)$/.test(outer.field('function').text)) return true;
  }
  return false;
}

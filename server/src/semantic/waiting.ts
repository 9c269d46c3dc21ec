/** Whether a call that can wait is told not to. */
import type { Api, ArgumentFact } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, enclosing, unparenthesised } from '../syntax/query';

type NameOf = (expression: SyntaxNode) => string | undefined;

/** `acquire(blocking=False)`, `waitpid(pid, os.WNOHANG)`, `join(timeout=0)`: an argument with which the call returns at once. */
export function isToldNotToWait(call: SyntaxNode<'call'>, { blocks, unless, onlyWith, timeout }: Api, nameOf: NameOf): boolean {
  if (unless !== undefined && mayBeGiven(call, unless, nameOf)) return true;
  if (onlyWith !== undefined && !hasSplat(call) && !mayBeGiven(call, onlyWith, nameOf)) return true;
  if (timeout?.position === undefined || timeout.isNetwork === true) return false;
  const { positional, keywords } = callArguments(call);
  const limit = keywords.get(timeout.parameter) ?? positional[timeout.position];
  // A sleep of which nothing says how long it is.
  if (limit === undefined) return blocks === 'sleep' && timeout.whenAbsent === 'immediate';
  return timeout.whenZero === undefined && limit.is('integer', 'float') && Number(limit.text) === 0;
}

/**
 * `time.sleep(0.001)`: a pause that is over before anybody misses the thread, as is made to let another one run or to have two times
 * differ. In a loop it is one of many.
 */
export function isMoment(call: SyntaxNode<'call'>, { blocks }: Api, longest = longestMoment): boolean {
  if (blocks !== 'sleep' || enclosing(call, 'for_statement', 'while_statement', 'function_definition')?.is('function_definition') !== true)
    return false;
  const [first] = call.field('arguments').children;
  return first?.is('integer', 'float') === true && Number(first.text) <= longest;
}

/** In seconds: a tenth of what asyncio calls slow in debug mode (`loop.slow_callback_duration`). */
const longestMoment = 0.01;

function hasSplat(call: SyntaxNode<'call'>): boolean {
  return call.field('arguments').children.some((argument) => argument.is('list_splat', 'dictionary_splat'));
}

/** Whether a call has the argument, or one of which nobody knows the value; of flags joined by `|` one is enough. */
export function mayBeGiven(call: SyntaxNode<'call'>, { keyword, position, values }: ArgumentFact, nameOf: NameOf): boolean {
  const { positional, keywords } = callArguments(call);
  const argument =
    (keyword === undefined ? undefined : keywords.get(keyword)) ?? (position === undefined ? undefined : positional[position]);
  if (argument === undefined) return false;
  if (values === 'any') return !argument.is('none');
  return flagsOf(argument).some((flag) => {
    const value = isLiteral(flag) ? flag.text : nameOf(flag);
    return value === undefined || values.includes(value);
  });
}

function flagsOf(argument: SyntaxNode): readonly SyntaxNode[] {
  const inner = unparenthesised(argument);
  if (!inner.is('binary_operator') || !inner.hasToken('|')) return [inner];
  return [...flagsOf(inner.field('left')), ...flagsOf(inner.field('right'))];
}

function isLiteral(node: SyntaxNode): boolean {
  return node.is('true', 'false', 'none', 'integer', 'float', 'string');
}

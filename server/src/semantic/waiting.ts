/** Whether a call that can wait is told not to. */
import type { Api, ArgumentFact } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, unparenthesised } from '../syntax/query';

type NameOf = (expression: SyntaxNode) => string | undefined;

/** `acquire(blocking=False)`, `waitpid(pid, os.WNOHANG)`, `join(timeout=0)`: an argument with which the call returns at once. */
export function isToldNotToWait(call: SyntaxNode<'call'>, { blocks, unless, timeout }: Api, nameOf: NameOf): boolean {
  if (unless !== undefined && mayBeGiven(call, unless, nameOf)) return true;
  if (timeout?.position === undefined || timeout.isNetwork === true) return false;
  const { positional, keywords } = callArguments(call);
  const limit = keywords.get(timeout.parameter) ?? positional[timeout.position];
  // A sleep of which nothing says how long it is.
  if (limit === undefined) return blocks === 'sleep' && timeout.whenAbsent === 'immediate';
  return timeout.whenZero === undefined && limit.is('integer', 'float') && Number(limit.text) === 0;
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

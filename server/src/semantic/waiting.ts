/** Whether a call that can wait is told not to. */
import type { Api } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { callArguments } from '../syntax/query';

/** `acquire(blocking=False)`, `waitpid(pid, os.WNOHANG)`: an argument with which the call returns at once. */
export function isToldNotToWait(
  call: SyntaxNode<'call'>,
  { unless }: Api,
  nameOf: (expression: SyntaxNode) => string | undefined,
): boolean {
  if (unless === undefined) return false;
  const { positional, keywords } = callArguments(call);
  const argument = (unless.keyword === undefined ? undefined : keywords.get(unless.keyword)) ?? positional[unless.position];
  return argument !== undefined && (unless.values.includes(argument.text) || unless.values.includes(nameOf(argument) ?? ''));
}

/** Writes `await` before an expression. */
import type { SyntaxNode } from '../syntax/node';
import type { TextEdit } from './finding';

/** The edits that await an expression where it stands, in parentheses where what follows would bind tighter than `await`. */
export function awaitInsertion(expression: SyntaxNode): readonly TextEdit[] {
  const { start, end } = expression;
  if (!isFollowedByTighter(expression)) return [{ start, end: start, newText: 'await ' }];
  return [
    { start, end: start, newText: '(await ' },
    { start: end, end, newText: ')' },
  ];
}

/** `x.y`, `x[0]` and `x()` bind tighter than `await x`. */
export function isFollowedByTighter(expression: SyntaxNode): boolean {
  const { parent } = expression;
  if (parent?.is('attribute') === true) return true;
  if (parent?.is('subscript') === true) return parent.field('value').id === expression.id;
  if (parent?.is('call') === true) return parent.field('function').id === expression.id;
  return false;
}

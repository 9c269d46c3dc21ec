/** Takes statements out of a text. */
import type { SyntaxNode } from '../syntax/node';
import type { TextEdit } from './finding';
import { isFirstOnLine, lineEnd, lineStart, nextLine, skipBlank, trimmedEnd } from './lines';

/**
 * The edit that deletes a statement: with its lines where it has them for itself, else up to its neighbour. A comment
 * beside it stays, and a block that would be left empty gets a `pass`.
 */
export function statementRemoval(statement: SyntaxNode): TextEdit {
  const whole = statement.parent?.is('decorated_definition') === true ? statement.parent : statement;
  const { text } = whole.tree;
  const siblings = whole.parent?.children ?? [];
  if (siblings.length === 1 && whole.parent?.is('block') === true) return { start: whole.start, end: whole.end, newText: 'pass' };
  const following = afterSeparator(text, whole.end);
  const isFirst = isFirstOnLine(text, whole.start);
  const rest = skipBlank(text, following ?? whole.end);
  const isLast = rest >= lineEnd(text, rest) || text.charAt(rest) === '#';
  if (!isFirst && isLast) return removal(beforeSeparator(text, whole.start), whole.end);
  // Another statement, or a comment, takes the place.
  if (!isLast || text.charAt(rest) === '#') return removal(whole.start, rest);
  return lineRemoval(text, lineStart(text, whole.start), rest);
}

/** The lines with their break; on the last line of a text that has none there, the break before. */
function lineRemoval(text: string, start: number, end: number): TextEdit {
  const next = nextLine(text, end);
  if (next > lineEnd(text, end) || start === 0) return removal(start, next);
  return removal(text.startsWith('\r\n', start - 2) ? start - 2 : start - 1, next);
}

function removal(start: number, end: number): TextEdit {
  return { start, end, newText: '' };
}

/** The offset after a `;` that follows; undefined where none does. */
function afterSeparator(text: string, end: number): number | undefined {
  const next = skipBlank(text, end);
  return text.charAt(next) === ';' ? next + 1 : undefined;
}

/** Where the `;` before a statement stands, without the blanks before it. */
function beforeSeparator(text: string, start: number): number {
  const end = trimmedEnd(text, start);
  return text.charAt(end - 1) === ';' ? trimmedEnd(text, end - 1) : end;
}

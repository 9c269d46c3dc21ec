/** Adds an argument to a call in the way in which the call is laid out. */
import type { SyntaxNode } from '../syntax/node';
import type { TextEdit } from './finding';
import { indentAt, isFirstOnLine, lineEnd } from './lines';

/**
 * The edits that add an argument after the last one: on a line of its own where the arguments have theirs, before or after
 * a trailing comma as the call has it, and leaving comments beside what they stand beside. Undefined for a call whose only
 * argument is a generator without parentheses.
 */
export function argumentAddition(call: SyntaxNode<'call'>, argument: string, newline: string): readonly TextEdit[] | undefined {
  const list = call.field('arguments');
  if (!list.is('argument_list') || list.hasError) return undefined;
  const last = list.children.at(-1);
  if (last === undefined) return [insertion(list.start + 1, argument)];
  const { text } = call.tree;
  const comma = list.parts.find((part) => part.start >= last.end && part.text === ',');
  const isOnOwnLine = isFirstOnLine(text, last.start) && lineEnd(text, last.end) < list.end;
  if (!isOnOwnLine) return [comma === undefined ? insertion(last.end, `, ${argument}`) : insertion(comma.end, ` ${argument}`)];
  const line = `${newline}${indentAt(text, last.start)}${argument}`;
  const endOfLine = lineEnd(text, last.end);
  if (comma !== undefined) return [insertion(endOfLine, `${line},`)];
  return endOfLine === last.end ? [insertion(last.end, `,${line}`)] : [insertion(last.end, ','), insertion(endOfLine, line)];
}

function insertion(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

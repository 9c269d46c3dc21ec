/** Writes statements below one that is there. */
import type { FixEditor } from './edits';
import type { TextEdit } from './finding';
import { isFirstOnLine, lineEnd, skipBlank } from './lines';
import type { FileView } from '../project/view';
import type { SyntaxNode } from '../syntax/node';

/**
 * The edit that adds statements after another: on lines of their own, below a comment that stands beside it; on its line, where
 * it shares that with a clause or another statement.
 */
export function followedBy(statement: SyntaxNode, added: readonly string[], edit: FixEditor): TextEdit {
  const { text } = statement.tree;
  const rest = skipBlank(text, statement.end);
  const isAlone = isFirstOnLine(text, statement.start) && text.charAt(rest) !== ';';
  if (!isAlone) return edit.insert(statement.end, added.map((line) => `; ${line}`).join(''));
  const indent = edit.indentOf(statement);
  const lines = added.map((line) => `${edit.newline}${indent}${line}`).join('');
  return edit.insert(text.charAt(rest) === '#' ? lineEnd(text, rest) : statement.end, lines);
}

/** A name that means nothing yet where the node stands: the one wanted, or that with a number. */
export function freshName(wanted: string, at: SyntaxNode, view: FileView, taken: readonly string[] = []): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${String(number)}`;
    if (view.isFree(name, at) && !taken.includes(name)) return name;
  }
}

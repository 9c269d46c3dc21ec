/** Edits of one text as values: put in order, joined, applied. */
import type { Range } from '../syntax/node';
import type { TextEdit } from './finding';

/** The edits in order; undefined where they overlap, reach out of the text, or change nothing. */
export function orderedEdits(edits: readonly TextEdit[], text: string): readonly TextEdit[] | undefined {
  const sorted = sortedEdits(edits);
  const isBroken = sorted.some(({ start, end }, index) => start > end || start < (sorted[index - 1]?.end ?? 0) || end > text.length);
  const isIdle = sorted.every(({ start, end, newText }) => text.slice(start, end) === newText);
  return isBroken || isIdle ? undefined : sorted;
}

/** By place; at one place insertions come before what replaces text, and otherwise keep their order. */
export function sortedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text after edits that are in order. */
export function appliedEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const { start, end, newText } of edits) {
    parts.push(text.slice(offset, start), newText);
    offset = end;
  }
  return parts.join('') + text.slice(offset);
}

/** Whether two edits put the same text in the same place. */
export function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** Whether two edits of different fixes touch the same place. Insertions at the edge of a replaced text count as touching. */
export function areInConflict(a: TextEdit, b: TextEdit): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** Whether two stretches of text have more in common than an edge. */
export function areOverlapping(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

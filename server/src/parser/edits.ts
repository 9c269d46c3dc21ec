import type { TextChange } from '../syntax/parser';

/** A change as tree-sitter wants it. Its rows end with line feeds only; its columns count UTF-16 units. */
export interface TreeEdit {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Point;
  readonly oldEndPosition: Point;
  readonly newEndPosition: Point;
}

/** A place by row and column, as tree-sitter counts. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** Where the lines after the first begin. */
export type Rows = Int32Array;

/** The rows of a text. */
export function rowsOf(text: string): Rows {
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}

/** The rows after a change, without a look at the text that stays. */
export function rowsAfter(rows: Rows, change: TextChange): Rows {
  const before = countUpTo(rows, change.start);
  const after = countUpTo(rows, change.oldEnd);
  const added = rowsOf(change.newText);
  const shift = change.newText.length - (change.oldEnd - change.start);
  const changed = new Int32Array(before + added.length + rows.length - after);
  changed.set(rows.subarray(0, before));
  added.forEach((start, index) => (changed[before + index] = start + change.start));
  for (let index = after; index < rows.length; index += 1) changed[before + added.length + index - after] = (rows[index] ?? 0) + shift;
  return changed;
}

/** The change for tree-sitter, from the rows before and after it. */
export function treeEdit(change: TextChange, before: Rows, after: Rows): TreeEdit {
  const newEnd = change.start + change.newText.length;
  return {
    startIndex: change.start,
    oldEndIndex: change.oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(change.start, before),
    oldEndPosition: pointAt(change.oldEnd, before),
    newEndPosition: pointAt(newEnd, after),
  };
}

function pointAt(offset: number, rows: Rows): Point {
  const row = countUpTo(rows, offset);
  return { row, column: row === 0 ? offset : offset - (rows[row - 1] ?? 0) };
}

/** How many of the rows begin at the offset or before it. */
function countUpTo(rows: Rows, offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { nodeSize, slot } from '../syntax/packed';
import type { NodeBuffer } from '../syntax/packed';
import type { TextChange } from '../syntax/parser';
import { rowsAfter, rowsOf, treeEdit } from './edits';
import type { Rows, TreeEdit } from './edits';

/** A replacement that is made in a text before the grammar sees it, and the one that takes it back. */
export interface Patch {
  readonly made: TextChange;
  readonly undone: TextChange;
}

/** A text as the grammar is given it: the user's with patches, made one after another. */
export interface PatchedText {
  readonly text: string;
  readonly patches: readonly Patch[];
  /** Undefined until they are needed. */
  readonly rows: Rows | undefined;
}

/** The text with a change more. */
export function patched({ text, patches, rows }: PatchedText, change: TextChange): PatchedText {
  const { start, oldEnd, newText } = change;
  const undone = { start, oldEnd: start + newText.length, newText: text.slice(start, oldEnd) };
  return {
    text: text.slice(0, start) + newText + text.slice(oldEnd),
    patches: [...patches, { made: change, undone }],
    rows: rows && rowsAfter(rows, change),
  };
}

/** What leads from one patched text to another, when these changes lead from the user's text in the one to that in the other. */
export function changesBetween(from: PatchedText, changes: readonly TextChange[], to: readonly Patch[]): readonly TextChange[] {
  return [...from.patches.map(({ undone }) => undone).reverse(), ...changes, ...to.map(({ made }) => made)];
}

/** Tells a tree what changes, one after another, and answers with the rows after them. */
export function editTree(tree: { edit(edit: TreeEdit): void }, { text, rows }: PatchedText, changes: readonly TextChange[]): Rows {
  let before = rows ?? rowsOf(text);
  for (const change of changes) {
    const after = rowsAfter(before, change);
    tree.edit(treeEdit(change, before, after));
    before = after;
  }
  return before;
}

/** Several changes of one text, in order and apart from each other, their offsets all in that text. */
export function allPatched(source: PatchedText, changes: readonly TextChange[]): PatchedText {
  // From the last to the first, so that no change moves another.
  return [...changes].reverse().reduce(patched, source);
}

/** Where the nodes in a buffer stand in the text before such changes. */
export function movedBack(nodes: NodeBuffer, changes: readonly TextChange[]): void {
  const first = changes[0];
  if (first === undefined) return;
  for (let at = 0; at < nodes.count * nodeSize; at += nodeSize) {
    const end = nodes.data[at + slot.end] ?? 0;
    if (end <= first.start) continue;
    nodes.data[at + slot.start] = offsetBefore(nodes.data[at + slot.start] ?? 0, changes);
    nodes.data[at + slot.end] = offsetBefore(end, changes);
  }
}

function offsetBefore(offset: number, changes: readonly TextChange[]): number {
  let shift = 0;
  for (const { start, oldEnd, newText } of changes) {
    const place = start + shift;
    if (offset <= place) break;
    // What is put in has no place of its own.
    if (offset < place + newText.length) return Math.min(offset - shift, oldEnd);
    shift += newText.length - (oldEnd - start);
  }
  return offset - shift;
}

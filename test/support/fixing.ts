/** Applies fixes the way an editor does, and says what they kept. */
import assert from 'node:assert/strict';
import type { CheckedFile } from '../../server/src/engine/check';
import type { FileEdit, FixOffer, Reported, TextEdit } from '../../server/src/engine/finding';

/** Checks a text as the file that an example pretends to be. */
export type CheckText = (text: string) => CheckedFile;

export interface Fixed {
  readonly text: string;
  /** How many findings were fixed. */
  readonly count: number;
}

/** Fixes the findings of a rule one after another, each by the fix with this id, or by the first that it offers. */
export function fixAllOneByOne(text: string, rule: string, fix: string | undefined, checkText: CheckText): Fixed {
  let current = text;
  for (let count = 0; ; count += 1) {
    const checked = checkText(current);
    const before = findingsOf(checked, rule);
    const edited = firstEdit(checked, before, fix);
    if (edited === undefined) return { text: current, count };
    const after = findingsOf(checkText(edited), rule);
    assert.ok(after.length < before.length, `the fix of ${rule} does not remove its finding:\n${edited}`);
    current = edited;
  }
}

/** The findings of one rule. */
export function findingsOf(checked: CheckedFile, rule: string): readonly Reported[] {
  return checked.findings.filter((finding) => finding.rule === rule);
}

/** The text after the edits of its own file. */
export function applied(checked: CheckedFile, edits: readonly FileEdit[]): string {
  return edits.reduce((text, edit) => ('edits' in edit && edit.file === checked.file ? applyEdits(text, edit.edits) : text), checked.text);
}

/** Edits are sorted and never overlap: an editor would refuse them otherwise. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = 0;
  for (const { start, end, newText } of edits) {
    assert.ok(start >= offset && end >= start && end <= text.length, `edits overlap or are out of order: ${JSON.stringify(edits)}`);
    result += text.slice(offset, start) + newText;
    offset = end;
  }
  return result + text.slice(offset);
}

/** The comments of a Python text, without those inside of findings: a fix of a comment may remove what it reports. */
export function commentsOf(checked: CheckedFile, except: readonly Reported[]): readonly string[] {
  const comments = checked.view?.tree.comments ?? [];
  const isReported = (start: number, end: number): boolean => except.some(({ range }) => range.start < end && range.end > start);
  return comments.filter(({ start, end }) => !isReported(start, end)).map((comment) => comment.text);
}

/** The text with a comment at the end of each line where one may stand. */
export function withComments(checked: CheckedFile): string {
  const tree = checked.view?.tree;
  if (tree === undefined) return checked.text;
  let result = '';
  let offset = 0;
  for (const [number, line] of checked.text.split('\n').entries()) {
    const end = offset + line.length;
    const isInString = tree.nodeAt(end).is('string', 'string_content', 'string_end') && tree.nodeAt(end).start < end;
    const mayEndWithComment = line.trim() !== '' && !line.includes('#') && !line.endsWith('\\') && !isInString;
    result += `${line}${mayEndWithComment ? `  # note ${String(number)}` : ''}\n`;
    offset = end + 1;
  }
  return result.slice(0, -1);
}

function firstEdit(checked: CheckedFile, findings: readonly Reported[], fix: string | undefined): string | undefined {
  for (const finding of findings) {
    const offer: FixOffer | undefined = fix === undefined ? finding.fixes[0] : finding.fixes.find(({ id }) => id === fix);
    const edits = offer === undefined ? undefined : checked.fix(finding, offer);
    if (edits !== undefined) return applied(checked, edits);
  }
  return undefined;
}

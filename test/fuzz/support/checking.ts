/** Checks a sample, and holds what comes of it to what every answer has to be like. */
import assert from 'node:assert/strict';
import type { CheckedFile } from '../../../server/src/engine/check';
import type { FileEdit, TextEdit } from '../../../server/src/engine/finding';
import type { SyntaxTree } from '../../../server/src/syntax/node';
import { check, parseText } from '../../support/check';
import type { Sample } from './samples';

/** Checks a text as the file of a sample, with every rule. No rule may fail. */
export function checkAs(sample: Pick<Sample, 'file' | 'python'>, code: string): CheckedFile {
  const checked = check(code, { file: sample.file, python: sample.python, profile: 'all' });
  assert.deepEqual(checked.failures, [], 'a rule failed');
  assert.ok(checked.complete);
  return checked;
}

/** Findings lie in the text, are in order, and say something that can be shown on one line. */
export function assertSound({ findings, text }: CheckedFile): void {
  let last = 0;
  for (const { rule, range, message, related, fixes } of findings) {
    for (const { start, end } of [range, ...related.map((other) => other.range)])
      assert.ok(
        0 <= start && start <= end && end <= text.length,
        `${rule} is at ${String(start)}–${String(end)} of ${String(text.length)}`,
      );
    assert.ok(range.start >= last, `${rule} is out of order`);
    last = range.start;
    for (const said of [message, ...related.map((other) => other.message), ...fixes.map(({ title }) => title)]) assertShowable(said);
  }
}

/** One line without placeholders, without characters that cannot be seen, and with code spans that end. */
export function assertShowable(said: string): void {
  assert.match(said, /\S/);
  assert.doesNotMatch(said, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u, 'characters that nobody sees');
  assert.equal(said.split('`').length % 2, 1, `a code span without an end: ${said}`);
  assert.ok(said.length <= 500, `too long: ${said}`);
}

/** The text after edits, which have to fit it: in order, apart from one another, and none for nothing. */
export function edited({ file, text }: CheckedFile, edits: readonly FileEdit[]): string {
  const own: readonly TextEdit[] = edits.flatMap((edit) => ('edits' in edit && edit.file === file ? edit.edits : []));
  let result = '';
  let offset = 0;
  for (const { start, end, newText } of own) {
    assert.ok(offset <= start && start <= end && end <= text.length, `edits do not fit: ${JSON.stringify(own)}`);
    result += text.slice(offset, start) + newText;
    offset = end;
  }
  return result + text.slice(offset);
}

/** How much of a text the parser did not understand. */
export function errorCount(tree: SyntaxTree): number {
  return Array.from({ length: tree.nodeCount }, (_, id) => tree.node(id)).filter((node) => node.kind === 'ERROR' || node.isMissing).length;
}

/** How much of a piece of Python the parser does not understand. */
export function errorsIn(code: string): number {
  return errorCount(parseText(code));
}

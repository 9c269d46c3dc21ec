/** What the rules on ignore comments share: taking marks, or codes out of them, out of a text. */
import type { Directive, DirectiveCode } from '../../engine/directives';
import type { Json, TextEdit } from '../../engine/finding';
import { isFirstOnLine, lineStart, nextLine, skipBlank, trimmedEnd } from '../../engine/lines';
import type { Range } from '../../syntax/node';

/**
 * The stretch of text to delete so that a mark does without some of its codes: the codes, the mark where none is left, the
 * comment where nothing else stands in it, the line where nothing else stands on it.
 */
export function removalOf(codes: readonly DirectiveCode[], directive: Directive, text: string): readonly Range[] {
  const isRemoved = (code: DirectiveCode): boolean => codes.some(({ start }) => start === code.start);
  if (directive.codes.every(isRemoved)) return [markRemoval(directive, text)];
  const firstLeft = directive.codes.findIndex((code) => !isRemoved(code));
  return directive.codes.flatMap((code, index) => {
    if (!isRemoved(code)) return [];
    const beside = directive.codes[index < firstLeft ? index + 1 : index - 1] ?? code;
    // The comma goes with the code: the one after it as long as nothing before it is left, then the one before it.
    return [index < firstLeft ? { start: code.start, end: beside.start } : { start: beside.end, end: code.end }];
  });
}

function markRemoval({ start, end, comment }: Directive, text: string): Range {
  const isFirst = start === comment.start;
  const rest = text.slice(end, comment.end).trim();
  if (!isFirst) return { start: trimmedEnd(text, start), end };
  if (rest !== '') return { start, end: skipBlank(text, end) };
  return isFirstOnLine(text, start) ? wholeLine(text, start) : { start: trimmedEnd(text, start), end };
}

/** The line with its break; on a last line that has none, with the break before. */
function wholeLine(text: string, offset: number): Range {
  const start = lineStart(text, offset);
  const end = nextLine(text, offset);
  const hasBreak = /[\r\n]$/.test(text.slice(start, end));
  const before = text.startsWith('\r\n', start - 2) ? 2 : 1;
  return { start: hasBreak ? Math.max(start, text.startsWith('\uFEFF') ? 1 : 0) : Math.max(0, start - before), end };
}

/** A fix whose edits were known when the finding was made. The places hold for the version of the file that was checked. */
export function editsFrom(args: Json | undefined): readonly TextEdit[] | undefined {
  if (!Array.isArray(args)) return undefined;
  const edits = (args as readonly Json[]).flatMap((edit) => {
    const [start, end, newText] = Array.isArray(edit) ? (edit as readonly Json[]) : [];
    return typeof start === 'number' && typeof end === 'number' && typeof newText === 'string' ? [{ start, end, newText }] : [];
  });
  return edits.length === 0 ? undefined : edits;
}

/** Writes ignore comments: merged into one that is there, beside the line, or above it where nothing fits beside. */
import type { Range, SyntaxTree } from '../syntax/node';
import type { Directive } from './directives';
import type { TextEdit } from './finding';
import { headEnd, indentAt, isFirstOnLine, lineEnd, lineStart, newlineOf, trimmedEnd } from './lines';
import { lineNodeAt, logicalRange } from './logicalLines';
import { lineReach } from './suppress';

/** The edit that silences a rule at an offset; undefined where no comment can stand. */
export function ignoreLine(tree: SyntaxTree, directives: readonly Directive[], rule: string, offset: number): TextEdit | undefined {
  const near = directives.filter(({ form, comment }) => form === 'line' && isWithin(offset, lineReach(tree, comment)));
  return merged(near, rule) ?? beside(tree, rule, offset);
}

/** The edit that silences a rule in the whole file. */
export function ignoreFile(tree: SyntaxTree, directives: readonly Directive[], rule: string): TextEdit {
  const { text } = tree;
  const offset = headEnd(text);
  const gap = isFirstOnLine(text, offset) ? '' : newlineOf(text);
  const edit = insertion(offset, `${gap}# patterns: file-ignore[${rule}]${newlineOf(text)}`);
  return (
    merged(
      directives.filter(({ form }) => form === 'file'),
      rule,
    ) ?? edit
  );
}

/** The rule added to the list of the last comment that has one. */
function merged(directives: readonly Directive[], rule: string): TextEdit | undefined {
  const last = directives.filter(({ codes }) => codes.some(({ code }) => code !== '')).at(-1);
  const code = last?.codes.filter(({ code: written }) => written !== '').at(-1);
  return code === undefined ? undefined : insertion(code.end, `, ${rule}`);
}

/** At the end of the finding's line or, where no comment can stand there, at the end of its logical line or above that. */
function beside(tree: SyntaxTree, rule: string, offset: number): TextEdit | undefined {
  const { text } = tree;
  const mark = `# patterns: ignore[${rule}]`;
  const node = lineNodeAt(tree, offset);
  const logical = node === undefined ? undefined : logicalRange(node);
  const above = logical !== undefined && isFirstOnLine(text, logical.start) ? aboveLine(text, logical.start, mark) : undefined;
  const ends = [lineEnd(text, offset), ...(logical === undefined ? [] : [lineEnd(text, Math.max(logical.start, logical.end - 1))])];
  const end = ends.find((candidate) => canEndWithComment(tree, candidate));
  if (end === undefined) return above;
  const codeEnd = trimmedEnd(text, end);
  const isLong = codeEnd - lineStart(text, end) + mark.length + 2 > longestLine;
  return isLong && above !== undefined ? above : { start: codeEnd, end, newText: `  ${mark}` };
}

/** Formatters leave a comment above its line, but some break a line that a comment makes too long. */
const longestLine = 120;

function aboveLine(text: string, offset: number, mark: string): TextEdit {
  const start = Math.max(lineStart(text, offset), text.startsWith('\uFEFF') ? 1 : 0);
  return insertion(start, `${indentAt(text, offset).replace('\uFEFF', '')}${mark}${newlineOf(text)}`);
}

/** Whether a comment may stand at the end of a line: not within a string, not after a backslash that joins lines. */
function canEndWithComment(tree: SyntaxTree, end: number): boolean {
  const isComment = end > 0 && tree.nodeAt(end - 1).is('comment');
  if (isComment) return true;
  if (tree.text.charAt(end - 1) === '\\') return false;
  for (let node = end < tree.text.length ? tree.nodeAt(end) : undefined; node !== undefined; node = node.parent) {
    if (node.is('string') && node.start < end && end < node.end) return false;
  }
  return true;
}

function isWithin(offset: number, range: Range): boolean {
  return range.start <= offset && offset <= range.end;
}

function insertion(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

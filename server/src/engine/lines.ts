/** Physical lines of a text. `\n`, `\r\n` and a lone `\r` end a line, as in Python. */
import type { Range } from '../syntax/node';

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start -= 1;
  return start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end += 1;
  return end;
}

/** Where the next line begins; the end of the text on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (end >= text.length) return end;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** The line of an offset without its line break. */
export function lineAt(text: string, offset: number): Range {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipBlank(text, start));
}

/** The first offset that is no space, tab or form feed. */
export function skipBlank(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isBlank(text.charAt(end))) end += 1;
  return end;
}

/** The end of what stands before an offset, without the blanks between. */
export function trimmedEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && isBlank(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Whether only blanks stand before the offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  const end = trimmedEnd(text, offset);
  return end === 0 || isBreak(text, end - 1) || (end === 1 && text.startsWith('\uFEFF'));
}

/** The width of an indentation; a tab goes on to the next multiple of eight. */
export function indentWidth(indent: string): number {
  let width = 0;
  for (const character of indent) width = character === '\t' ? width + 8 - (width % 8) : character === '\f' ? 0 : width + 1;
  return width;
}

/** The line break that the text uses. */
export function newlineOf(text: string): string {
  const end = lineEnd(text, 0);
  if (text.startsWith('\r\n', end)) return '\r\n';
  return text.charAt(end) === '\r' ? '\r' : '\n';
}

/** The end of what has to stay on the first two lines: byte order mark, interpreter, encoding. */
export function headEnd(text: string): number {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  let end = text.startsWith('#!', first) ? nextLine(text, first) : first;
  for (let line = first, count = 0; count < 2 && /^[ \t\f]*#/.test(text.slice(line, lineEnd(text, line))); count += 1) {
    const next = nextLine(text, line);
    if (/coding[:=]/.test(text.slice(line, next))) end = next;
    line = next;
  }
  return end;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\f';
}

function isBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13;
}

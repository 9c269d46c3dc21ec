/**
 * A document as the protocol describes it, written anew from the description, so that the server can be held against it:
 * lines end with `\n`, `\r\n` or `\r`, characters are UTF-16 code units, and a character beyond its line means the line's end.
 */

export interface ModelPosition {
  readonly line: number;
  readonly character: number;
}

/** A content change: start line and character, end line and character; the whole text without. */
export interface ModelChange {
  readonly text: string;
  readonly range?: readonly [number, number, number, number];
}

/** The text after a change. */
export function changed(text: string, { range, text: newText }: ModelChange): string {
  if (range === undefined) return newText;
  const [line, character, endLine, endCharacter] = range;
  return (
    text.slice(0, offsetAt(text, { line, character })) + newText + text.slice(offsetAt(text, { line: endLine, character: endCharacter }))
  );
}

/** The change that replaces a part of the text; it takes more than asked where no position can say as much. */
export function replacement(text: string, start: number, end: number, newText: string): ModelChange {
  const from = isInsideOfLineEnd(text, start) ? start - 1 : start;
  const to = isInsideOfLineEnd(text, end) ? end + 1 : end;
  const [first, last] = [positionAt(text, from), positionAt(text, to)];
  return {
    range: [first.line, first.character, last.line, last.character],
    text: text.slice(from, start) + newText + text.slice(end, to),
  };
}

/** The smallest change that makes one text the other. */
export function difference(before: string, after: string): ModelChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let common = 0;
  while (common < most - start && before[before.length - 1 - common] === after[after.length - 1 - common]) common += 1;
  return replacement(before, start, before.length - common, after.slice(start, after.length - common));
}

/** Where an offset is. Between `\r` and `\n` there is no position: the end of the line stands for it. */
export function positionAt(text: string, offset: number): ModelPosition {
  const before = lineStarts(text).filter((start) => start <= offset);
  const start = before.at(-1) ?? 0;
  return { line: before.length - 1, character: offset - start - (isInsideOfLineEnd(text, offset) ? 1 : 0) };
}

export function offsetAt(text: string, { line, character }: ModelPosition): number {
  const starts = lineStarts(text);
  const start = starts[line];
  if (start === undefined) return text.length;
  const ending = /\r\n$|[\r\n]$/.exec(text.slice(start, starts[line + 1] ?? text.length))?.[0] ?? '';
  return Math.min(start + character, (starts[line + 1] ?? text.length) - ending.length);
}

/** Where lines begin. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|[\r\n]/g)].map((match) => match.index + match[0].length)];
}

function isInsideOfLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}

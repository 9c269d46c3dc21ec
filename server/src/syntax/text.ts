/**
 * Lines of a text: offsets to line and column and back.
 *
 * Invariants: lines end with `\n`, `\r\n` or `\r`, as for Python and for the language server protocol; lines and
 * characters count from 0; characters are UTF-16 units. Places outside of the text are answered with the nearest inside.
 */

/** A place as an editor counts it. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** The lines of one text. */
export interface Lines {
  /** At least 1: text without line ends is one line, and a line end at the very end begins an empty last line. */
  readonly count: number;
  positionAt(offset: number): LinePosition;
  /** A character beyond the line's end is answered with the line's end. */
  offsetAt(position: LinePosition): number;
  /** Where the line begins. */
  startOf(line: number): number;
  /** Where the line's text ends, before its line end. */
  endOf(line: number): number;
  /** The line's text without its line end. */
  textOf(line: number): string;
}

/** Finds the lines of a text. The text is read once, here. */
export function linesOf(text: string): Lines {
  const starts = lineStarts(text);
  const lineAt = (offset: number) => lastAtMost(starts, offset);
  const startOf = (line: number) => (line < 0 ? 0 : (starts[line] ?? text.length));
  const endOf = (line: number) => endBefore(text, startOf(line), startOf(line + 1));
  return {
    count: starts.length,
    positionAt: (offset) => {
      const inside = within(offset, 0, text.length);
      const line = lineAt(inside);
      return { line, character: inside - startOf(line) };
    },
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      return within(startOf(line) + character, startOf(line), endOf(line));
    },
    startOf,
    endOf,
    textOf: (line) => text.slice(startOf(line), endOf(line)),
  };
}

const lineFeed = 10;
const carriageReturn = 13;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    // Most texts, many times faster: they are read at each keystroke.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isEnd = code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
    if (isEnd) starts.push(at + 1);
  }
  return starts;
}

/** Where a line's text ends that starts at one place and whose successor starts at another. */
function endBefore(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === lineFeed) end -= 1;
  else if (end > start && text.charCodeAt(end - 1) === carriageReturn) return end - 1;
  if (end < next && end > start && text.charCodeAt(end - 1) === carriageReturn) end -= 1;
  return end;
}

function within(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}

/** The index of the last number that is not above the value; the numbers go upwards from 0. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

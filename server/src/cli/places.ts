/** Offsets as lines and columns for people: both from 1, columns in UTF-16 code units. */
import type { Range } from '../syntax/node';

/** A place as people count it, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** From one place to another. */
export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** The lines of one text. `\n`, `\r\n` and a lone `\r` end a line, as in Python and in the language server protocol. */
export interface Lines {
  place(offset: number): Place;
  range(range: Range): PlaceRange;
  /** A line by its number from 1, without its ending; empty outside of the text. */
  line(number: number): string;
}

/** Finds the lines of a text. */
export function linesOf(text: string): Lines {
  // Most files have no findings, and nobody asks for a line.
  let known: readonly number[] | undefined;
  const allStarts = (): readonly number[] => (known ??= lineStarts(text));
  const place = (offset: number): Place => {
    const starts = allStarts();
    const index = lastAtMost(starts, Math.min(Math.max(offset, 0), text.length));
    return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
  };
  return {
    place,
    range: ({ start, end }) => ({ start: place(start), end: place(end) }),
    line: (number) => text.slice(allStarts()[number - 1] ?? text.length, allStarts()[number] ?? text.length).replace(/[\r\n]+$/, ''),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

/** The index of the last number that is not above the limit. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

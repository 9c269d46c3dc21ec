/** What people do to a document, and what their editor tells the server of it. */
import fc from 'fast-check';
import { pieces } from './mutations';
import { pythonSamples } from './samples';
import { changed, difference, lineStarts, replacement } from './textModel';
import type { ModelChange } from './textModel';

/** One thing that somebody does; the numbers choose place and size. */
export interface Gesture {
  readonly kind:
    'type' | 'delete' | 'delete-lines' | 'paste' | 'undo' | 'cursors' | 'indent' | 'line-ends' | 'everything' | 'wild' | 'nothing';
  readonly at: number;
  readonly size: number;
  readonly text: string;
}

const kinds: readonly (readonly [number, Gesture['kind']])[] = [
  [40, 'type'],
  [8, 'delete'],
  [12, 'delete-lines'],
  [10, 'paste'],
  [10, 'undo'],
  [8, 'cursors'],
  [4, 'indent'],
  [4, 'line-ends'],
  [2, 'everything'],
  [4, 'wild'],
  [1, 'nothing'],
];

export const gesture: fc.Arbitrary<Gesture> = fc.record({
  kind: fc.oneof(...kinds.map(([weight, kind]) => ({ weight, arbitrary: fc.constant(kind) }))),
  at: fc.nat(9999),
  size: fc.nat(9),
  text: fc.constantFrom(...pieces),
});

/** A document that is being worked on, with all that it was before. */
export interface Draft {
  readonly text: string;
  readonly before: readonly string[];
}

/** The changes that a gesture makes, each for the text that the one before leaves, and the draft after them. */
export function performed(draft: Draft, made: Gesture): { readonly changes: readonly ModelChange[]; readonly draft: Draft } {
  const changes = changesOf(draft, made);
  const text = changes.reduce(changed, draft.text);
  return { changes, draft: { text, before: made.kind === 'undo' ? draft.before.slice(0, -1) : [...draft.before, draft.text] } };
}

function changesOf({ text, before }: Draft, { kind, at, size, text: piece }: Gesture): readonly ModelChange[] {
  const start = at % (text.length + 1);
  const starts = lineStarts(text);
  const line = at % starts.length;
  const lineStart = (index: number): number => starts[index] ?? text.length;
  switch (kind) {
    case 'type':
      return typed(text, start, piece);
    case 'delete':
      return [replacement(text, start, Math.min(text.length, start + 1 + size), '')];
    case 'delete-lines':
      return [replacement(text, lineStart(line), lineStart(line + 1 + (size >> 2)), '')];
    case 'paste':
      return [replacement(text, lineStart(line), lineStart(line), pasted(at, size))];
    case 'undo':
      return [difference(text, before.at(-1) ?? text)];
    case 'cursors':
      return inLines(text, line, 2 + (size % 3), piece);
    case 'indent':
      return inLines(text, line, 1 + size, size % 2 === 0 ? '    ' : '\t');
    case 'line-ends':
      return [{ text: text.replace(/\r\n|[\r\n]/g, ['\r\n', '\n', '\r'][size % 3] ?? '\n') }];
    case 'everything':
      return [{ text: pasted(at, 500) }, replacement(pasted(at, 500), 0, 0, piece)];
    case 'wild':
      return wild(line + (size > 7 ? size : 0), size, at, piece);
    case 'nothing':
      return [];
  }
}

/** A place that may be behind the end of its line, or of the text. */
function wild(line: number, size: number, at: number, piece: string): readonly ModelChange[] {
  return [{ range: [line, size * 20, line + (size % 4), size * 20 + (at % 50)], text: piece }];
}

/** Character after character. */
function typed(text: string, start: number, piece: string): readonly ModelChange[] {
  const changes: ModelChange[] = [];
  let current = text;
  for (const [index, character] of piece.split('').entries()) {
    const change = replacement(current, start + index, start + index, character);
    changes.push(change);
    current = changed(current, change);
  }
  return changes;
}

/** The same at the beginning of several lines, the last first, as editors tell it. */
function inLines(text: string, first: number, count: number, piece: string): readonly ModelChange[] {
  const starts = lineStarts(text).slice(first, first + count);
  return [...starts].reverse().map((start) => replacement(text, start, start, piece));
}

function pasted(at: number, lines: number): string {
  const other = pythonSamples[at % pythonSamples.length]?.code.split('\n') ?? [];
  const from = lines > other.length ? 0 : at % other.length;
  return `${other.slice(from, from + 1 + lines).join('\n')}\n`;
}

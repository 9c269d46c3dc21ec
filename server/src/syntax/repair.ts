/**
 * What to parse in the place of text in which one line is half typed, so that this line alone suffers.
 *
 * Invariants: what comes out follows from text and line alone, never from what the text was before. Only the logical line
 * under edit is touched: it is closed with the least that makes it whole, or blanked where that does not help. This looks at
 * tokens, because there is no tree of such text that could be relied on; whether a repair helped, the parser says.
 */
import { Line } from './expectation';
import type { TextChange } from './parser';
import { indentAfter, indentOf, lineEnd, nextLine, previousLine, reach, safeStart } from './physicalLines';
import { endsWithLine, openAt, scan } from './scanner';
import type { Frame, Token } from './scanner';

/** What may make a broken text whole. */
export interface Repairs {
  /** Whether the line is broken even if the parser reads it: then the text as it is need not be tried. */
  readonly isSurelyBroken: boolean;
  /** What to try, best first: changes in order, offsets in the text as it is. Worked out when the text turns out to be broken. */
  readonly candidates: () => Candidates;
}

type Candidates = readonly (readonly TextChange[])[];

/** The repairs for a text while the line with this number, from 0, is being edited. */
export function repairsOf(text: string, line: number): Repairs {
  const edited = editedLine(text, line);
  return edited === undefined ? nothing : (repairsOfLine(text, edited) ?? repairsOfBlank(text, edited));
}

/** Undefined for a line without code. */
function repairsOfLine(text: string, edited: Span, read = readLine(text, edited.start, edited.end)): Repairs | undefined {
  if (read === undefined) return nothing;
  if (read.line.isEmpty && read.open.length === 0) return undefined;
  const stay = staysOpen(text, edited.end, read);
  return { isSurelyBroken: isBroken(text, edited, read, stay), candidates: () => candidatesFor(text, edited, read, stay) };
}

function candidatesFor(text: string, edited: Span, read: ReadLine, stay: number): Candidates {
  const candidates = [closed(text, edited, read, stay), ...blanked(text, edited, read, stay)];
  return candidates.filter((changes) => changes.length > 0);
}

const nothing: Repairs = { isSurelyBroken: false, candidates: () => [] };

interface Span {
  readonly start: number;
  readonly end: number;
}

function editedLine(text: string, line: number): Span | undefined {
  let start = 0;
  for (let index = 0; index < line; index += 1) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  return { start, end: lineEnd(text, start) };
}

/** The logical line that the edited line is in, read up to the end of that. */
interface ReadLine {
  readonly line: Line;
  readonly start: number;
  /** What is open where the edited line begins, and where it ends. */
  readonly before: readonly Frame[];
  readonly open: readonly Frame[];
  /** Whether a string ended with the line that should not have. */
  readonly unclosed: readonly Frame[];
  readonly isContinued: boolean;
}

function readLine(text: string, start: number, end: number): ReadLine | undefined {
  const from = safeStart(text, start);
  if (from === undefined) return undefined;
  const { open: before, lineStart } = openAt(text, from, start);
  // Inside of a string there is nothing to repair.
  if (before.at(-1)?.kind === 'string') return undefined;
  let line = new Line();
  let first = start;
  const take = (token: Token, open: readonly Frame[]) => {
    if (token.kind === 'newline') line = new Line();
    else if (token.kind !== 'comment') {
      if (line.isEmpty) first = token.start;
      line.take(token, open);
    }
    return false;
  };
  scan(text, lineStart, start, [], take);
  const open = scan(text, start, end, before, take);
  const isContinued = /\\\r?$/.test(text.slice(start, end));
  const unclosed = open.slice(open.findIndex(endsWithLine) < 0 ? open.length : open.findIndex(endsWithLine));
  return { line, start: line.isEmpty ? (open[0]?.start ?? start) : first, before, open, unclosed, isContinued };
}

/** How many of the open frames are closed by what follows the line: all, those of the lines above it, or none. */
function staysOpen(text: string, end: number, { before, open, unclosed }: ReadLine): number {
  const whole = unclosed.length === 0;
  const common = open.filter((frame, index) => frame === before[index]).length;
  if (whole && isClosedAfter(text, end, open)) return open.length;
  return common > 0 && isClosedAfter(text, end, open.slice(0, common)) ? common : 0;
}

/** Whether what follows closes the frames. Where that is not seen within reach, the line is given the benefit of the doubt. */
function isClosedAfter(text: string, end: number, frames: readonly Frame[]): boolean {
  if (frames.length === 0) return true;
  let isClosed = false;
  let lines = 0;
  scan(text, end, text.length, frames, (token, open) => {
    // In what begins a string by mistake, the next string of the text begins where this one ends.
    const isMistaken = token.kind === 'string' && frames.some(({ start }) => start === token.start) && /\w/.test(text[token.end] ?? '');
    const isStatement = token.isFirst && token.kind === 'name' && statementWords.has(token.text);
    if (token.isFirst) lines += 1;
    isClosed = (open.length === 0 || lines > reach) && token.kind !== 'broken' && !isMistaken && !isStatement;
    return isClosed || open.length === 0 || isStatement || isMistaken || token.kind === 'broken';
  });
  return isClosed;
}

/** Words that no line in brackets begins with. */
const statementWords: ReadonlySet<string> = new Set([
  ...['def', 'class', 'return', 'import', 'raise', 'while', 'with', 'try', 'except', 'finally', 'elif', 'pass', 'break', 'continue'],
  ...['global', 'nonlocal', 'assert', 'del'],
]);

/** Whether the line is broken for Python, whatever the parser makes of it. */
function isBroken(text: string, edited: Span, { line, open, unclosed, isContinued }: ReadLine, stay: number): boolean {
  if (unclosed.length > 0 || stay < open.length || line.isHopeless) return true;
  if (open.length > 0 || isContinued) return false;
  return line.ending([], 0) !== '' || isOrphaned(text, edited, line);
}

/** Whether lines that are indented further follow a line that is no header. */
function isOrphaned(text: string, edited: Span, line: Line): boolean {
  return !line.isHeader && !line.hasColon && indentAfter(text, edited.end) > indentOf(text, edited.start);
}

function closed(text: string, edited: Span, { line, open }: ReadLine, stay: number): readonly TextChange[] {
  if (line.isHopeless) return [];
  const end = open.length > 0 && open.at(-1)?.kind === 'string' ? withoutReturn(text, edited) : Math.max(line.end, edited.start);
  if (stay === 0 && isOrphaned(text, edited, line)) return [];
  const ending = line.ending(open, stay) + (stay > 0 ? commaBefore(text, edited.end) : decorated(text, edited, line));
  const gaps = line.gaps.filter(({ start }) => start >= edited.start);
  return changesFor([...gaps, { start: end, end, text: ending }], text);
}

/** The comma that is wanted where the next line in brackets begins with an operand. */
function commaBefore(text: string, end: number): string {
  return /[\w"'([{]/.test(text[end + 1 + indentOf(text, end + 1)] ?? '') ? ',' : '';
}

function withoutReturn(text: string, { start, end }: Span): number {
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

/** What a decorator needs that no definition follows. */
function decorated(text: string, edited: Span, line: Line): string {
  if (line.keyword !== '@') return '';
  const next = nextLine(text, edited.end);
  const follows = text.slice(next, next + 100).trimStart();
  const indent = text.slice(edited.start, edited.start + indentOf(text, edited.start));
  const isDefined = indentOf(text, next) === indent.length && /^(@|def\b|class\b|async\b)/.test(follows);
  return isDefined ? '' : `\n${indent}def _(): _`;
}

/** Puts spaces where text is left out, so that what stands behind it keeps its place. */
function changesFor(gaps: readonly { start: number; end: number; text: string }[], text: string): readonly TextChange[] {
  return [...gaps]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .filter((gap) => gap.text !== '' || gap.end > gap.start)
    .map((gap) => ({ start: gap.start, oldEnd: gap.end, newText: gap.text + text.slice(gap.start, gap.end).replace(/[^\r\n]/g, ' ') }));
}

/** The line left out, with a header or an expression in its place. */
function blanked(text: string, edited: Span, { line, start, before, open }: ReadLine, stay: number): readonly (readonly TextChange[])[] {
  const from = Math.max(start, edited.start + indentOf(text, edited.start));
  const end = withoutReturn(text, edited);
  const inBrackets = before.length > 0 && stay > 0 ? [blank(from, end, '', text)] : [];
  const whole = { start, end: stay > 0 ? logicalEnd(text, edited.end, open.slice(0, stay)) : end };
  return [...inBrackets, standIn(text, edited, line, whole)];
}

/** Puts text in and spaces in the place of what follows. */
function blank(start: number, end: number, newText: string, text: string): readonly TextChange[] {
  const spaces = ' '.repeat(text.slice(start, end).length);
  const put = newText === '' ? [] : [{ start, oldEnd: start, newText }];
  return [...put, { start, oldEnd: end, newText: spaces }];
}

function logicalEnd(text: string, from: number, frames: readonly Frame[]): number {
  let end = from;
  let lines = 0;
  scan(text, from, text.length, frames, (token, open) => {
    end = token.end;
    if (token.isFirst) lines += 1;
    return open.length === 0 || lines > reach;
  });
  return lineEnd(text, end);
}

/** What stands for a whole logical line: as much of a header as can be kept, where a block follows. */
function standIn(text: string, edited: Span, line: Line, { start, end }: Span): readonly TextChange[] {
  if (line.nameEnd !== undefined) return blank(line.nameEnd, end, line.keyword === 'def' ? '():' : ':', text);
  if (indentAfter(text, end) <= indentOf(text, edited.start)) return blank(start, end, '_', text);
  return blank(start, end, headerLike(text, edited, line), text);
}

function headerLike(text: string, edited: Span, line: Line): string {
  const kept = {
    elif: 'elif _:',
    else: 'else:',
    except: 'except _:',
    finally: 'finally:',
    try: 'try:',
    def: 'def _():',
    class: 'class _:',
  };
  const known = new Map(Object.entries(kept)).get(line.keyword);
  if (known !== undefined) return known;
  const word = /^\s*(\w*)/.exec(text.slice(edited.start, edited.end))?.[1] ?? '';
  if (word !== '' && 'class'.startsWith(word)) return 'class _:';
  return isInFunction(text, edited.start) && !lineAbove(text, edited.start).trimStart().startsWith('@') ? 'if _:' : 'def _():';
}

/** Whether the nearest line above that is indented less begins a function or something in one. */
function isInFunction(text: string, start: number): boolean {
  const indent = indentOf(text, start);
  if (indent === 0) return false;
  for (let at = previousLine(text, start); at !== undefined; at = previousLine(text, at)) {
    if (indentOf(text, at) < indent) return !text.slice(at).trimStart().startsWith('class ');
  }
  return false;
}

/** A blank line above lines that are indented without a header. */
function repairsOfBlank(text: string, edited: Span): Repairs {
  const above = previousLine(text, edited.start);
  const inner = indentAfter(text, edited.end);
  const outer = above === undefined ? 0 : indentOf(text, above);
  // Whoever has begun a new line may have left the one above half typed.
  if (above === undefined && inner <= outer) return nothing;
  if (above !== undefined) {
    const end = lineEnd(text, above);
    const read = readLine(text, above, end);
    if (inner <= outer || opensBlock(text, { start: above, end }, read))
      return (end + 1 === edited.start ? repairsOfLine(text, { start: above, end }, read) : undefined) ?? nothing;
  }
  const indent = ' '.repeat(outer);
  const place = withoutReturn(text, edited);
  const given = text.slice(edited.start, place);
  const header = outer === 0 || (above !== undefined && !isInFunction(text, above)) ? 'def _():' : 'if _:';
  const put = { start: edited.start, oldEnd: edited.start, newText: indent + header };
  const candidate = [put, { start: edited.start, oldEnd: place, newText: ' '.repeat(given.length) }];
  return { isSurelyBroken: true, candidates: () => [candidate] };
}

/** Whether a logical line that ends with this line ends with a colon. */
function opensBlock(text: string, { start, end }: Span, read: ReadLine | undefined): boolean {
  // What is in brackets or a string has an indentation of its own.
  if (read === undefined || read.before.length > 0) return true;
  let last = '';
  scan(text, start, end, [], (token) => {
    if (token.kind !== 'comment') last = token.text;
    return false;
  });
  return last === ':';
}

function lineAbove(text: string, start: number): string {
  const above = previousLine(text, start);
  return above === undefined ? '' : text.slice(above, lineEnd(text, above));
}

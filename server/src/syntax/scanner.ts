/**
 * Tokens of Python text that need not be whole: brackets and strings may be open.
 *
 * Invariant: what is open is one stack of frames, strings and the fields in them included, so that a scan may stop
 * anywhere and another go on from there.
 */
import type { Range } from './node';

/** Something that is open: a bracket, a string, or a field in a string. */
export interface Frame {
  readonly kind: '(' | '[' | '{' | 'field' | 'string';
  /** What closes it. */
  readonly closer: string;
  readonly start: number;
  /** Whether a string has fields. */
  readonly isFormatted: boolean;
  /** Whether a field has come to its format, which is read like a string. */
  readonly isInFormat: boolean;
}

/** A piece of a line. */
export interface Token extends Range {
  readonly kind: 'name' | 'number' | 'string' | 'open' | 'close' | 'operator' | 'newline' | 'comment' | 'broken';
  readonly text: string;
  /** Whether nothing stands before it on its line. */
  readonly isFirst: boolean;
}

/** Takes a token and what is open after it; true stops the scan. */
export type Take = (token: Token, open: readonly Frame[]) => boolean;

/** Reads the text from one offset up to another, and answers with what is open there. */
export function scan(text: string, from: number, to: number, frames: readonly Frame[], take: Take): readonly Frame[] {
  let open = frames;
  let isFirst = true;
  for (let at = from; at < to;) {
    const top = open.at(-1);
    const step = stepAt(text, at, to, open);
    ({ open } = step);
    const hasBreak = step.end === at + 1 && text[at] === '\n';
    if (step.kind !== undefined) {
      const start = step.start ?? at;
      const token = { kind: step.kind, start, end: step.end, text: text.slice(start, step.end), isFirst };
      if (take(token, open)) return open;
      isFirst = false;
    }
    if (hasBreak && !(top?.kind === 'string')) isFirst = true;
    at = step.end;
  }
  return open;
}

/** What is open at an offset, and where the last logical line before it begins, when the text is read from another one on. */
export function openAt(text: string, from: number, to: number): { readonly open: readonly Frame[]; readonly lineStart: number } {
  let open: readonly Frame[] = [];
  let lineStart = from;
  for (let at = from; at < to;) {
    const step = stepAt(text, at, to, open);
    ({ open, end: at } = step);
    if (step.kind === 'newline') lineStart = at;
  }
  return { open, lineStart };
}

function stepAt(text: string, at: number, to: number, open: readonly Frame[]): Step {
  const top = open.at(-1);
  return top !== undefined && isInside(top) ? inString(text, at, to, open, top) : inCode(text, at, to, open);
}

interface Step {
  readonly end: number;
  readonly open: readonly Frame[];
  /** Undefined for what is no token. */
  readonly kind?: Token['kind'];
  readonly start?: number;
}

function isInside(frame: Frame): boolean {
  return frame.kind === 'string' || frame.isInFormat;
}

/** Whether a string or field ends with its line at the latest. */
export function endsWithLine({ kind, closer }: Frame): boolean {
  return kind === 'string' && closer.length === 1;
}

function inString(text: string, at: number, to: number, open: readonly Frame[], top: Frame): Step {
  const outer = open.slice(0, -1);
  const string = top.kind === 'string' ? top : (outer.at(-1) ?? top);
  const quote = string.closer[0];
  for (let index = at; index < to; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === quote && text.startsWith(string.closer, index)) {
      const around = top === string ? outer : outer.slice(0, -1);
      return { end: index + string.closer.length, open: around, kind: 'string', start: string.start };
    } else if (character === '\n' && endsWithLine(string)) {
      return { end: index, open: top === string ? outer : outer.slice(0, -1), kind: 'broken' };
    } else if (character === '{' && string.isFormatted) {
      if (text[index + 1] === '{' && top === string) index += 1;
      else return { end: index + 1, open: [...open, frame('field', '}', index)], kind: 'open', start: index };
    } else if (character === '}' && top !== string) return { end: index + 1, open: outer, kind: 'close', start: index };
  }
  return { end: to, open };
}

function frame(kind: Frame['kind'], closer: string, start: number, isFormatted = false): Frame {
  return { kind, closer, start, isFormatted, isInFormat: false };
}

function inCode(text: string, at: number, to: number, open: readonly Frame[]): Step {
  const character = text[at] ?? '';
  if (character === '\n') return atLineEnd(at, open);
  if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) return { end: text.indexOf('\n', at) + 1, open };
  if (isSpace(character)) return { end: endOf(text, at, to, isSpace), open };
  if (character === '#') return { end: endOf(text, at, to, (one) => one !== '\n' && one !== '\r'), open, kind: 'comment' };
  if (isWord(character)) return atWord(text, at, to, open);
  if (character === '"' || character === "'") return atQuote(text, at, at, open, '');
  const closer = closers[character];
  if (closer !== undefined) return { end: at + 1, open: [...open, frame(character as Frame['kind'], closer, at)], kind: 'open' };
  if (character === ')' || character === ']' || character === '}') return atCloser(character, at, open);
  return atOperator(text, at, open);
}

function isSpace(character: string): boolean {
  return (character <= ' ' && character !== '\n' && character !== '\0') || character === '\uFEFF';
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function atLineEnd(at: number, open: readonly Frame[]): Step {
  const broken = open.findIndex(endsWithLine);
  // The string that a field stands in ends here; the line break is looked at once more without it.
  if (broken >= 0) return { end: at, open: open.slice(0, broken), kind: 'broken' };
  return open.length === 0 ? { end: at + 1, open, kind: 'newline' } : { end: at + 1, open };
}

function atCloser(character: string, at: number, open: readonly Frame[]): Step {
  const fits = open.at(-1)?.closer === character;
  return { end: at + 1, open: fits ? open.slice(0, -1) : open, kind: fits ? 'close' : 'broken' };
}

function isWord(character: string): boolean {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    character === '_' ||
    isDigit(character) ||
    character > '\x7F'
  );
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function endOf(text: string, from: number, to: number, goesOn: (character: string) => boolean): number {
  let end = from;
  while (end < to && goesOn(text[end] ?? '')) end += 1;
  return end;
}

function atWord(text: string, at: number, to: number, open: readonly Frame[]): Step {
  const isNumber = isDigit(text[at] ?? '');
  const end = endOf(text, at, to, (one) => isWord(one) || (isNumber && one === '.'));
  const prefix = text.slice(at, end);
  const quote = text[end];
  if ((quote === '"' || quote === "'") && /^[a-zA-Z]{1,2}$/.test(prefix)) return atQuote(text, at, end, open, prefix);
  return { end, open, kind: isNumber ? 'number' : 'name' };
}

function atQuote(text: string, start: number, at: number, open: readonly Frame[], prefix: string): Step {
  const quote = text[at] ?? '';
  const closer = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  return { end: at + closer.length, open: [...open, frame('string', closer, start, /[ft]/i.test(prefix))] };
}

const strangers: ReadonlySet<string> = new Set(['$', '?', '`', '\0', '!']);
const longOperators: ReadonlySet<string> = new Set([
  ...['**=', '//=', '>>=', '<<=', '...'],
  ...['->', ':=', '==', '!=', '<=', '>=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '@=', '**', '//', '>>', '<<'],
]);

/** Whether an operator may go on with this character. */
function goesOn(character: string | undefined): boolean {
  return character === '=' || character === '*' || character === '/' || character === '>' || character === '<' || character === '.';
}

function operatorAt(text: string, at: number): string {
  if (goesOn(text[at + 1])) {
    for (const length of [3, 2]) {
      const operator = text.slice(at, at + length);
      if (longOperators.has(operator)) return operator;
    }
  }
  return text[at] ?? '';
}

function atOperator(text: string, at: number, open: readonly Frame[]): Step {
  const operator = operatorAt(text, at);
  const top = open.at(-1);
  if (top?.kind === 'field' && (operator === ':' || operator === ':=' || operator === '!')) {
    return { end: at + 1, open: [...open.slice(0, -1), { ...top, isInFormat: true }], kind: 'operator' };
  }
  return { end: at + operator.length, open, kind: strangers.has(operator) ? 'broken' : 'operator' };
}

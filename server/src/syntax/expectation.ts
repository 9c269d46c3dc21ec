/**
 * What a line of Python still wants: operands, the rest of a conditional, a lambda, a comprehension or a header.
 *
 * Invariant: what is put in is the least that makes the line whole. It says nothing about what was meant.
 */
import type { Frame, Token } from './scanner';

/** Text to put in at a place; text from there to `end` is left out. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is between two brackets, or outside of all. */
interface Level {
  readonly kind: Frame['kind'] | 'statement';
  readonly isSubscript: boolean;
  /** `wanted`: an operand has to follow; `free`: it may; `there`: one stands before. */
  operand: 'wanted' | 'free' | 'there';
  readonly pending: ('lambda' | 'for' | 'if')[];
  hasFor: boolean;
  /** The token before the string that a field is in. */
  outside: Token | undefined;
}

/** A logical line, as far as it was read. */
export class Line {
  readonly gaps: Gap[] = [];
  /** Whether there is something in it that nothing put in makes whole. */
  isHopeless = false;
  /** The end of the last token. */
  end = 0;
  /** The first word without `async`, and where the name after `def` or `class` ends. */
  keyword = '';
  nameEnd: number | undefined;
  hasColon = false;
  private firstText = '';
  private isAsync = false;
  private hasParameters = false;
  private hasImport = false;
  /** A last word that follows an operand. */
  private stray: Token | undefined;
  private readonly levels: Level[] = [level('statement')];
  private before: Token | undefined;
  private beforeThat: Token | undefined;

  get isHeader(): boolean {
    return headers.has(this.keyword) || this.isBareAsync;
  }

  get isEmpty(): boolean {
    return this.before === undefined;
  }

  private get isBareAsync(): boolean {
    return this.isAsync && this.keyword === 'async';
  }

  /** Takes the next token, with what is open after it. */
  take(token: Token, open: readonly Frame[]): void {
    const depth = open.filter(({ kind }) => kind !== 'string').length + (token.kind === 'close' ? 1 : 0);
    // A string that ends takes with it what is open in its fields.
    if (token.kind !== 'open') this.levels.length = Math.min(this.levels.length, depth + 1);
    const isField = token.kind === 'close' && this.top?.kind === 'field';
    const outside = this.top?.outside;
    const { top } = this;
    if (token.kind === 'open') this.openBracket(token, top, open.at(-1)?.kind === 'field');
    else if (token.kind === 'close') this.closeBracket(token);
    else if (token.kind === 'operator') this.operator(token, top);
    else if (token.kind === 'name' && keywords.has(token.text)) this.word(token, top);
    else if (token.kind === 'broken') this.isHopeless = true;
    else this.value(token, top);
    this.end = token.end;
    if (this.before === undefined) this.firstText = token.text;
    if (isField) {
      this.before = outside;
      return;
    }
    this.beforeThat = this.before;
    this.before = token;
  }

  /** Leaves out a last word that follows an operand: mostly the beginning of an operator. */
  dropStrayWord(): void {
    if (this.stray === undefined) return;
    this.gaps.push({ start: this.stray.start, end: this.stray.end, text: '' });
    this.stray = undefined;
  }

  /** What to put in at the end of the line when so many brackets stay open, and the closers of the others. */
  ending(frames: readonly Frame[], stay: number): string {
    this.dropStrayWord();
    let text = '';
    let isFilled = false;
    const levels = [...this.levels];
    for (const frame of [...frames].reverse().slice(0, frames.length - stay)) {
      const inner = frame.kind === 'string' ? undefined : levels.pop();
      text += (inner === undefined || frame.isInFormat ? '' : wantedBy(inner, isFilled)) + frame.closer;
      isFilled = true;
    }
    const last = levels.at(-1);
    if (last === undefined) return text;
    return text + wantedBy(last, isFilled) + (stay > 0 ? '' : this.statementEnding());
  }

  private statementEnding(): string {
    if (this.isBareAsync) return ' def _():';
    if (this.keyword === 'from' && !this.hasImport) return ' import _';
    if (!headers.has(this.keyword) || this.hasColon) return '';
    return this.keyword === 'def' && !this.hasParameters ? '():' : ':';
  }

  private get top(): Level | undefined {
    return this.levels.at(-1);
  }

  private openBracket(token: Token, top: Level | undefined, isField: boolean): void {
    this.settle();
    if (this.keyword === 'def' && this.levels.length === 1 && token.text === '(') this.hasParameters = true;
    const isSubscript = token.text === '[' && top?.operand === 'there';
    const inner = level(isField ? 'field' : (token.text as Frame['kind']), isSubscript, isField || isSubscript);
    // A field belongs to a string that comes to its end as one token later.
    if (isField) inner.outside = this.before;
    else if (top !== undefined) top.operand = 'there';
    this.levels.push(inner);
  }

  private closeBracket(token: Token): void {
    this.fill(token.start);
    if (this.levels.length <= 1) return;
    const closed = this.levels.pop();
    if (closed?.kind !== 'field' && this.top !== undefined) this.top.operand = 'there';
  }

  /** Puts in what is wanted before a token that ends an expression. */
  private fill(at: number): void {
    const { top } = this;
    if (top === undefined) return;
    this.dropStrayWord();
    const text = wantedBy(top);
    if (text !== '') this.gaps.push({ start: at, end: at, text });
    top.operand = 'there';
    top.pending.length = 0;
  }

  private operator({ text, start }: Token, top: Level | undefined): void {
    if (top === undefined) return;
    const isWhole = (text === '=' && top.kind === 'field') || (text === '/' && top.operand === 'free') || (text === '*' && this.hasImport);
    if (isWhole) top.operand = 'there';
    else if (text === '...') this.value(undefined, top);
    else if (top.kind === 'field' && [':', ':=', '!'].includes(text)) {
      this.fill(start);
      top.operand = 'free';
    } else if (text === ',' || text === ';') {
      if (top.pending.at(-1) !== 'lambda') this.fill(start);
      top.operand = 'free';
      if (text === ';') this.keyword = '';
    } else if (text === ':') this.colon(start, top);
    else if (text === '@' && this.before === undefined) {
      this.keyword = '@';
      top.operand = 'wanted';
    } else {
      this.settle();
      if (top.operand === 'wanted' && !unary.has(text)) this.gaps.push({ start, end: start, text: ' _ ' });
      top.operand = text === '*' && top.pending.at(-1) === 'lambda' ? 'free' : 'wanted';
    }
  }

  /** Whether the line is a `match` or `case` when a colon comes now, and no annotation of a variable of that name. */
  private get isSoftHeader(): boolean {
    return (this.firstText === 'match' || this.firstText === 'case') && this.beforeThat !== undefined;
  }

  private colon(at: number, top: Level): void {
    if (top.pending.at(-1) === 'lambda') {
      top.pending.pop();
      top.operand = 'wanted';
      return;
    }
    const isHeader = top.kind === 'statement' && (headers.has(this.keyword) || this.isSoftHeader);
    if (!top.isSubscript || top.operand === 'there') this.fill(at);
    if (isHeader) this.hasColon = true;
    top.operand = isHeader || top.isSubscript || top.kind === 'field' ? 'free' : 'wanted';
  }

  private word({ text, start }: Token, top: Level | undefined): void {
    if (top === undefined) return;
    this.settle();
    const isStart = this.before === undefined || (this.isAsync && this.beforeThat === undefined && this.before.text === 'async');
    if (isStart && this.levels.length === 1) {
      this.firstWord(text, top);
      return;
    }
    if (text === 'import') this.hasImport = true;
    if (text === 'lambda') top.pending.push('lambda');
    if (text === 'for') top.pending.push('for');
    if (text === 'for') top.hasFor = true;
    if (text === 'if' && !top.hasFor) top.pending.push('if');
    if ((text === 'else' && top.pending.at(-1) === 'if') || (text === 'in' && top.pending.at(-1) === 'for')) {
      if (top.operand === 'wanted') this.gaps.push({ start, end: start, text: ' _ ' });
      top.pending.pop();
    }
    top.operand = constants.has(text) ? 'there' : optional.has(text) ? 'free' : 'wanted';
    // After an operand, `not` can only go on with `in`.
    if (text !== 'not' || !this.hasOperandBefore) return;
    top.pending.push('for');
    top.operand = 'there';
  }

  private get hasOperandBefore(): boolean {
    const { before } = this;
    return (
      before !== undefined &&
      (['close', 'string', 'number'].includes(before.kind) || (before.kind === 'name' && !keywords.has(before.text)))
    );
  }

  private firstWord(text: string, top: Level): void {
    if (text === 'async') this.isAsync = true;
    this.keyword = text;
    if (text === 'for') top.pending.push('for');
    if (text === 'lambda') top.pending.push('lambda');
    if (text === 'import') this.hasImport = true;
    top.operand = constants.has(text) ? 'there' : optional.has(text) ? 'free' : 'wanted';
  }

  private value(token: Token | undefined, top: Level | undefined): void {
    if (top === undefined) return;
    this.settle();
    const { before } = this;
    const isName = token?.kind === 'name';
    if (this.levels.length === 1 && (before?.text === 'def' || before?.text === 'class')) this.nameEnd = token?.end;
    const isJoined = token?.kind === 'string' && before?.kind === 'string';
    const isSoft = before !== undefined && soft.has(before.text) && this.beforeThat === undefined;
    if (this.isBareAsync && isName) this.stray = token;
    else if (top.operand === 'there' && !isJoined && !isSoft) {
      if (isName) this.stray = token;
      else this.isHopeless = true;
    }
    if (!this.isBareAsync) top.operand = 'there';
  }

  /** A word after an operand that something follows is no beginning of a word. */
  private settle(): void {
    if (this.stray !== undefined) this.isHopeless = true;
  }
}

function level(kind: Level['kind'], isSubscript = false, isWanted = false): Level {
  return { kind, isSubscript, operand: isWanted ? 'wanted' : 'free', pending: [], hasFor: false, outside: undefined };
}

/** The text that makes an expression whole; `isFilled` where an operand is put in anyway. */
function wantedBy({ operand, pending }: Level, isFilled = false): string {
  const rest = [...pending].reverse().map((one) => endings[one]);
  return (operand === 'wanted' && !isFilled ? ' _' : '') + rest.join('');
}

const endings = { lambda: ': _', for: ' in _', if: ' else _' } as const;
const headers: ReadonlySet<string> = new Set(['if', 'elif', 'else', 'while', 'for', 'with', 'def', 'class', 'try', 'except', 'finally']);
const constants: ReadonlySet<string> = new Set(['None', 'True', 'False', 'pass', 'break', 'continue']);
/** Words after which an operand may follow. */
const optional: ReadonlySet<string> = new Set(['return', 'yield', 'raise', 'lambda', 'try', 'finally', 'except', 'else', 'async']);
const soft: ReadonlySet<string> = new Set(['match', 'case', 'type', 'print', 'exec']);
const unary: ReadonlySet<string> = new Set(['+', '-', '~', '*', '**', '...']);
const keywords: ReadonlySet<string> = new Set([
  ...headers,
  ...constants,
  ...optional,
  ...['and', 'or', 'not', 'in', 'is', 'await', 'as', 'import', 'from', 'assert', 'del', 'global', 'nonlocal'],
]);

/**
 * Lines of Python text that need not be whole, told by their beginnings alone.
 *
 * Invariant: nothing here looks further than to a line of a kind that every file has every few lines, or than `reach`.
 */

/** As far as this is looked for where a statement begins and ends, in lines: what is asked at a keystroke costs the same in any file. */
export const reach = 200;

/**
 * Where to begin to read, at a line that stands in no bracket and no string: the last definition at the margin, else the last
 * definition, else the last other statement at the margin. Undefined where there is none within reach.
 */
export function safeStart(text: string, before: number): number | undefined {
  let inner: number | undefined;
  let plain: number | undefined;
  let start = before;
  for (let lines = 0; start > 0; lines += 1) {
    if (lines === reach) return inner ?? plain;
    start = lineStart(text, start - 1);
    const code = start + indentOf(text, start);
    if (definitionWords.some((word) => text.startsWith(word, code)) && definition.test(text.slice(code, code + 200))) {
      if (code === start) return start;
      inner ??= start;
    } else if (code === start && plain === undefined && statement.test(text.slice(start, Math.min(lineEnd(text, start), start + 200))))
      plain = start;
  }
  return 0;
}

const definitionWords = ['def ', 'class ', 'async def '];
/** Told from prose in a string, as far as may be: a wrong guess costs a repair, and no more. */
const definition = /^(?:async def|def|class) \w+ ?[([:]/;
const statement = /^(?:import \w|from [\w.]+ import |(?:if|elif|for|while|with) .*:$|(?:try|else):$|@\w|\w[\w.]* [-+|&*/]?= |\w[\w.]*\()/;

/** How far a line is indented, tabs counted as one. */
export function indentOf(text: string, start: number): number {
  let end = start;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\f') end += 1;
  return end - start;
}

/** How far the next line that is not blank and no comment is indented. */
export function indentAfter(text: string, end: number): number {
  const next = nextLine(text, end);
  return next < text.length ? indentOf(text, next) : 0;
}

/** Where the next line that is not blank and no comment begins; the end of the text where there is none. */
export function nextLine(text: string, end: number): number {
  for (let start = end + 1; start < text.length; start = lineEnd(text, start) + 1) if (isCode(text, start)) return start;
  return text.length;
}

/** Where the line of code before this one begins; undefined where there is none. */
export function previousLine(text: string, start: number): number | undefined {
  for (let at = start; at > 0;) {
    at = lineStart(text, at - 1);
    if (isCode(text, at)) return at;
  }
  return undefined;
}

/** Where the line begins that an offset is in or at the end of. */
function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function isCode(text: string, start: number): boolean {
  const first = text[start + indentOf(text, start)];
  return first !== undefined && first !== '\n' && first !== '\r' && first !== '#';
}

/** Where the line ends that an offset is in: before its line feed. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The texts that a file goes through while one of its lines is typed, character by character. */

export interface TypedState {
  readonly text: string;
  /** The line that is being typed, from 0, and what there is of it. */
  readonly line: number;
  readonly typed: string;
}

export type Typing = 'raw' | 'auto-closed';

/** All states of typing a line of a text whose other lines are there already. */
export function typedStates(text: string, line: number, typing: Typing): readonly TypedState[] {
  const lines = text.split('\n');
  const whole = lines[line] ?? '';
  const parts = typing === 'raw' ? Array.from(whole, (_, length) => whole.slice(0, length + 1)) : autoClosed(whole);
  return parts.map((typed) => ({ typed, line, text: [...lines.slice(0, line), typed, ...lines.slice(line + 1)].join('\n') }));
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '"': '"', "'": "'" };

/** What an editor shows that puts in closing brackets and quotes, and lets them be typed over. */
function autoClosed(whole: string): readonly string[] {
  let before = '';
  let after = '';
  return Array.from(whole, (character) => {
    const closer = pairs[character];
    const isQuote = character === '"' || character === "'";
    if (after.startsWith(character) && (closer === undefined || isQuote)) after = after.slice(1);
    else if (closer !== undefined && !(isQuote && /\w$/.test(before) && !/(^|\W)[fbrFBR]{1,2}$/.test(before))) after = closer + after;
    before += character;
    return before + after;
  });
}

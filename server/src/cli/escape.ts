/**
 * Text from files and file names, made safe to show: a terminal obeys escape sequences, and text that runs from right to
 * left can show code in another order than the interpreter reads it.
 */

/** Shows control characters and marks of direction by their code, all but tabs. */
export function visible(text: string): string {
  return text.replace(unsafeCharacters, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`);
}

/**
 * Control and format characters (among these the marks of direction and what has no width), halves of characters, line
 * separators; not the tab.
 */
const unsafeCharacters = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

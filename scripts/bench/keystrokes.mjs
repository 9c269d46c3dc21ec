// @ts-check
/** @typedef {{ offset: number, line: number, column: number, text: string }} Edit a character typed at a place */

/** What is typed; the brackets are open for a while, as they are when people type. */
const statement = '    response = await client.get(url, timeout=10)\n';

/**
 * A statement typed character by character, each time at the top of a function near the given parts of the text.
 * @param {string} text
 * @param {number[]} parts from 0 to 1
 * @returns {Edit[]}
 */
export function keystrokes(text, parts) {
  const lines = text.split('\n');
  let shift = 0;
  return parts.flatMap((part) => {
    const line = bodyAfter(lines, Math.floor(part * lines.length)) + shift;
    const before = lines.slice(0, line - shift).join('\n').length + 1;
    const offset = before + shift * statement.length;
    shift += 1;
    return [...statement].map((character, index) => ({ offset: offset + index, line, column: index, text: character }));
  });
}

/**
 * @param {string[]} lines
 * @param {number} from
 * @returns {number} the line after the next function header that stands on one line
 */
function bodyAfter(lines, from) {
  const header = lines.findIndex((line, index) => index >= from && /^(async )?def .*:$/.test(line));
  if (header >= 0) return header + 1;
  const first = lines.findIndex((line) => /^(async )?def .*:$/.test(line));
  if (first < 0) throw new Error('The text has no function to type into.');
  return first + 1;
}

// @ts-check
/** What is typed, and where: the same keystrokes for everything that is measured. */

/**
 * Text that comes in at a place: a character, or with it the closing bracket that an editor sets.
 * @typedef {{ offset: number, line: number, column: number, text: string }} Edit
 */

/** @typedef {'raw' | 'auto-closed'} Style */

/** Brackets, strings and lines are open for a while, as they are when people type. */
const lines = [
  'async with client.stream("GET", url, timeout=10) as response:',
  '    body = await response.json()',
  '    print(f"{body[\'id\']}: {len(body)}")',
];

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['"', '"'],
  ["'", "'"],
]);

/**
 * Some statements, typed character by character at the top of the function that is nearest to a part of the text.
 * @param {string} text
 * @param {number} part from 0 to 1
 * @param {Style} style
 * @returns {Edit[]}
 */
export function keystrokes(text, part, style) {
  const all = text.split('\n');
  const { line, indentation } = functionNear(all, part);
  // Nobody begins to type before what stands on a line: a new one is made below the header.
  const place = { offset: offsetOfLine(text, line) - 1, line: line - 1, column: all[line - 1]?.length ?? 0 };
  const typed = lines.map((one) => `\n${indentation}${one}`).join('');
  /** Closing brackets that the editor has set and that nobody has typed over yet, the innermost last. @type {string[]} */
  const open = [];
  return [...typed].flatMap((character) => {
    const { offset, line: row, column } = place;
    const isTypedOver = style === 'auto-closed' && open.at(-1) === character;
    if (isTypedOver) open.pop();
    place.offset += 1;
    if (character === '\n') Object.assign(place, { line: row + 1, column: 0 });
    else place.column += 1;
    if (isTypedOver) return [];
    const closer = style === 'auto-closed' ? closing.get(character) : undefined;
    if (closer !== undefined) open.push(closer);
    return [{ offset, line: row, column, text: character + (closer ?? '') }];
  });
}

/**
 * @param {readonly string[]} all
 * @param {number} part
 * @returns {{ line: number, indentation: string }} the first line of a function's body, and how far it is indented
 */
function functionNear(all, part) {
  const wanted = part * all.length;
  const headers = all.flatMap((line, index) => (/^ *(async )?def .*:$/.test(line) ? [index] : []));
  const [first] = headers;
  if (first === undefined) throw new Error('The text has no function to type into.');
  const header = headers.reduce((best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best), first);
  return { line: header + 1, indentation: `${/^ */.exec(all[header])?.[0] ?? ''}    ` };
}

/**
 * @param {string} text
 * @param {number} line
 */
function offsetOfLine(text, line) {
  let offset = 0;
  for (let index = 0; index < line; index++) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

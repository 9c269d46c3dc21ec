import type { SyntaxNode } from './node';

/**
 * The text that a string literal stands for, where it says so by itself: escapes are read, neighbouring literals joined,
 * parentheses looked through. Undefined for anything else: other expressions, bytes, templates, strings with replacement
 * fields, broken ones, and characters given by a Unicode name (there is no table of names here).
 */
export function stringValue(node: SyntaxNode | undefined): string | undefined {
  const literals = node === undefined ? [] : literalsOf(node);
  const values = literals.map(literalValue);
  if (values.length === 0 || values.includes(undefined)) return undefined;
  return values.join('');
}

/** The literals that an expression is made of; none when it is something else. */
function literalsOf(node: SyntaxNode): readonly SyntaxNode[] {
  let inner = node;
  for (;;) {
    if (inner.hasError) return [];
    if (inner.is('string')) return [inner];
    if (inner.is('concatenated_string')) return inner.children;
    const [only, ...others] = inner.is('parenthesized_expression') ? inner.children : [];
    if (only === undefined || others.length > 0) return [];
    inner = only;
  }
}

function literalValue(literal: SyntaxNode): string | undefined {
  const [start, ...parts] = literal.children;
  const prefix = start?.is('string_start') === true ? start.text.replace(/["']+$/, '').toLowerCase() : undefined;
  if (prefix === undefined || prefix.includes('b') || prefix.includes('t')) return undefined;
  if (parts.some((part) => !part.is('string_content', 'string_end'))) return undefined;
  // Python ends every line of its source with a line feed before it reads anything else.
  const source = parts
    .filter((part) => part.is('string_content'))
    .map((part) => part.text)
    .join('')
    .replace(/\r\n?/g, '\n');
  const isFormat = prefix.includes('f');
  if (prefix.includes('r')) return isFormat ? source.replace(/\{\{|\}\}/g, halved) : source;
  return unescaped(source, isFormat);
}

const escape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))|\{\{|\}\}/gs;

/** The text with its escapes read; undefined where one of them has no meaning or one that is not known here. */
function unescaped(source: string, isFormat: boolean): string | undefined {
  const parts: string[] = [];
  let end = 0;
  for (const match of source.matchAll(escape)) {
    const value = match[0].startsWith('\\') ? escaped(match) : isFormat ? halved(match[0]) : match[0];
    if (value === undefined) return undefined;
    parts.push(source.slice(end, match.index), value);
    end = match.index + match[0].length;
  }
  return parts.join('') + source.slice(end);
}

function escaped([whole, octal, hex, short, long, letter = '']: RegExpExecArray): string | undefined {
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  const code = Number.parseInt(hex ?? short ?? long ?? '', 16);
  if (code <= lastCodePoint) return String.fromCodePoint(code);
  if (letter === '' || 'xuUN'.includes(letter)) return undefined;
  // An unknown escape stands for itself, backslash included.
  return simpleEscapes.get(letter) ?? whole;
}

const lastCodePoint = 0x10ffff;
const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/** A doubled brace is one brace. */
function halved(braces: string): string {
  return braces.slice(1);
}

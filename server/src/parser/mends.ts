/**
 * Python that the grammar reads as something else, and what to let it read instead.
 *
 * Invariants: a mend puts one character (or word) in the place of another of the same length, so every offset holds; the
 * tree is then that of the mended text, with the real text in it. Text that is read right is never mended.
 *
 * - `type(x).a = 1` and `type(x)[0] = 1` are read as a type alias: `type` is made another name.
 * - `f"{x:=10}"` is read as a walrus, where Python sees the format `=10`: the `=` is made a letter.
 * - `def f[T = int]()` (PEP 696) is unknown to the grammar: the `=` is made a `:`, and a default stands like a bound.
 * - A lone carriage return ends a line for Python, not for the grammar: it is made a line feed.
 */
import { kindNumber, kindOfShape, flag } from '../syntax/packed';
import type { NodeBuffer } from '../syntax/packed';

/** Text to read in the place of text of the same length. */
export interface Mend {
  readonly at: number;
  readonly text: string;
}

/** The text with lone carriage returns made line feeds: what the grammar is given to begin with. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Whether the text has a carriage return that no line feed follows. */
export function hasLoneReturn(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}

/** What the tree of a text shows to be misread in it, in the order of the text. */
export function misreadings(nodes: NodeBuffer, text: string): readonly Mend[] {
  const mends: Mend[] = [];
  let hasError = false;
  for (let index = 0; index < nodes.count; index += 1) {
    const shape = nodes.shape(index);
    hasError ||= (shape & flag.error) !== 0;
    const kind = kindOfShape(shape);
    if (kind === kinds.alias && !isKept(nodes, index) && isCallOfType(nodes, index, text))
      mends.push({ at: nodes.start(index), text: otherName });
    if (kind === kinds.walrus && isFormat(nodes, index)) mends.push(...formatMend(nodes, index, text));
  }
  const all = hasError ? [...mends, ...defaultMends(nodes, text)] : mends;
  return all.sort((one, other) => one.at - other.at);
}

const kinds = {
  alias: kindNumber('type_alias_statement'),
  walrus: kindNumber('named_expression'),
  interpolation: kindNumber('interpolation'),
  identifier: kindNumber('identifier'),
  token: kindNumber('token'),
};
/** Any name that is as long as `type`. */
const otherName = 'type'.replace('t', '_');

/** Whether the nodes below a statement are left out, because it is an earlier one that was read right. */
function isKept(nodes: NodeBuffer, statement: number): boolean {
  return nodes.after(statement) === statement + 1;
}

/** A type alias names a type, which never begins with a bracket. */
function isCallOfType(nodes: NodeBuffer, alias: number, text: string): boolean {
  const first = firstLeaf(nodes, nodes.after(alias + 1));
  return first < nodes.after(alias) && ['(', '['].includes(text.slice(nodes.start(first), nodes.end(first)));
}

function firstLeaf(nodes: NodeBuffer, index: number): number {
  let leaf = index;
  while (nodes.after(leaf) > leaf + 1) leaf += 1;
  return leaf;
}

/** Kinds in brackets, where a walrus is a walrus. */
const bracketed: ReadonlySet<number | undefined> = new Set(
  (
    [
      ...['parenthesized_expression', 'argument_list', 'subscript', 'tuple', 'list', 'set', 'dictionary'],
      ...['generator_expression', 'list_comprehension', 'set_comprehension', 'dictionary_comprehension'],
    ] as const
  ).map(kindNumber),
);

/** Whether a `:=` stands in a replacement field outside of all brackets: there, a colon begins the format. */
function isFormat(nodes: NodeBuffer, walrus: number): boolean {
  for (let index = nodes.parent(walrus); index >= 0; index = nodes.parent(index)) {
    const kind = kindOfShape(nodes.shape(index));
    if (kind === kinds.interpolation) return true;
    if (bracketed.has(kind)) return false;
  }
  return false;
}

function formatMend(nodes: NodeBuffer, walrus: number, text: string): Mend[] {
  for (let index = walrus + 1; index < nodes.after(walrus); index = nodes.after(index)) {
    if (text.startsWith(':=', nodes.start(index))) return [{ at: nodes.start(index) + 1, text: 'x' }];
  }
  return [];
}

/** The `=` of defaults in the type parameter lists of broken code, found among the leaves: the nodes are not to be trusted. */
function defaultMends(nodes: NodeBuffer, text: string): Mend[] {
  const mends: Mend[] = [];
  let before = '';
  let last = '';
  let depth = 0;
  for (let index = 0; index < nodes.count; index += 1) {
    if (nodes.after(index) !== index + 1) continue;
    const leaf = kindOfShape(nodes.shape(index)) === kinds.identifier ? name : text.slice(nodes.start(index), nodes.end(index));
    if (depth > 0) depth += nesting(leaf);
    else if (leaf === '[' && last === name && definers.has(before)) depth = 1;
    if (depth === 1 && leaf === '=') mends.push({ at: nodes.start(index), text: ':' });
    before = last;
    last = leaf;
  }
  return mends;
}

const name = 'name';
const definers: ReadonlySet<string> = new Set(['def', 'class', 'type']);

function nesting(leaf: string): number {
  if (['(', '[', '{'].includes(leaf)) return 1;
  return [')', ']', '}'].includes(leaf) ? -1 : 0;
}

/**
 * Fills the port `ParseConfig` with a TOML parser.
 *
 * Invariants: never throws, whatever the text; of a broken file the lines before the error are kept, because a person who
 * types a new key should not lose the settings above it. Only this file knows which library reads TOML.
 */
import { parseTOML, type AST } from 'toml-eslint-parser';
import type { ConfigArray, ConfigDocument, ConfigEntry, ConfigTable, ConfigValue } from '../syntax/config';
import type { Range } from '../syntax/node';

/** Reads a configuration file into tables with exact ranges. */
export function parseConfig(text: string): ConfigDocument {
  const root = newTable({ start: 0, end: text.length }, undefined);
  const outcome = parseText(text);
  if (!outcome.error) return { text, root: filled(root, outcome.program), error: undefined };
  const error = { ...lineRest(text, outcome.error.index), message: outcome.error.message };
  const kept = longestReadable(text, error.start);
  return { text, root: kept ? filled(root, kept) : root, error };
}

type Outcome =
  { readonly program: AST.TOMLProgram; readonly error?: never } | { readonly error: { readonly index: number; readonly message: string } };

function parseText(text: string): Outcome {
  try {
    // The library takes a byte order mark for a key; a space in its place keeps every offset as it is.
    return { program: parseTOML(text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text, { tomlVersion: '1.0' }) };
  } catch (error) {
    const index = error instanceof SyntaxError && 'index' in error && typeof error.index === 'number' ? error.index : 0;
    return { error: { index, message: error instanceof Error ? error.message : String(error) } };
  }
}

/** A line that may begin a pair or a table: text before it is a file of its own, unless the line is inside of an array. */
const beginning = /^[ \t]*(?:\[|["'\w][\w"'. \t-]*=)/;

/** Cuts the text before the line with the error, and further up where that is not enough, ever faster. */
function longestReadable(text: string, errorAt: number): AST.TOMLProgram | undefined {
  let end = lineStart(text, errorAt);
  for (let dropped = 1; end > 0; dropped *= 2) {
    const outcome = parseText(text.slice(0, end));
    if (!outcome.error) return outcome.program;
    for (let line = 0; line < Math.max(1, dropped / 8); line++) end = beginningBefore(text, end);
  }
  return undefined;
}

function beginningBefore(text: string, end: number): number {
  let line = lineStart(text, end - 1);
  while (line > 0 && !beginning.test(text.slice(line, text.indexOf('\n', line)))) line = lineStart(text, line - 1);
  return line;
}

function lineStart(text: string, index: number): number {
  return index <= 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;
}

function lineRest(text: string, index: number): Range {
  const start = Math.min(index, text.length);
  const newline = text.slice(start).search(/[\r\n]/);
  const end = newline < 0 ? text.length : start + newline;
  return end > start ? { start, end } : { start: Math.max(0, start - 1), end: start };
}

interface MutableEntry extends ConfigEntry {
  value: MutableTable | ConfigValue;
  range: Range;
}

interface MutableTable extends ConfigTable {
  start: number;
  end: number;
  header: Range | undefined;
  readonly entries: Map<string, MutableEntry>;
}

function newTable(range: Range, header: Range | undefined): MutableTable {
  return { kind: 'table', start: range.start, end: range.end, entries: new Map(), header };
}

function filled(root: MutableTable, program: AST.TOMLProgram): ConfigTable {
  const [top] = program.body;
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') addPair(root, item);
    else addHeaderTable(root, item);
  }
  return root;
}

function addHeaderTable(root: MutableTable, item: AST.TOMLTable): void {
  const range = toRange(item.range);
  const last = item.key.keys.at(-1);
  if (!last) return;
  const header = { start: range.start, end: toRange(last.range).end + (item.kind === 'array' ? 2 : 1) };
  const parent = descend(root, item.key.keys.slice(0, -1), range);
  const table = item.kind === 'array' ? appendedTable(parent, last, range, header) : headedTable(parent, last, range, header);
  for (const pair of item.body) addPair(table, pair);
}

/** The table of a `[header]`; one that an earlier `[header.below]` implied becomes it. */
function headedTable(parent: MutableTable, key: AST.TOMLBare | AST.TOMLQuoted, range: Range, header: Range): MutableTable {
  const known = parent.entries.get(nameOf(key));
  if (known && isTable(known.value)) {
    Object.assign(known.value, { ...range, header });
    known.range = range;
    return known.value;
  }
  const table = newTable(range, header);
  addEntry(parent, key, table, range);
  return table;
}

function appendedTable(parent: MutableTable, key: AST.TOMLBare | AST.TOMLQuoted, range: Range, header: Range): MutableTable {
  const table = newTable(range, header);
  const known = parent.entries.get(nameOf(key));
  const items = known?.value.kind === 'array' ? [...known.value.items, table] : [table];
  const array: ConfigArray = { kind: 'array', items, start: known?.value.start ?? range.start, end: range.end };
  if (known) Object.assign(known, { value: array, range: { start: known.range.start, end: range.end } });
  else addEntry(parent, key, array, range);
  return table;
}

function addPair(table: MutableTable, pair: AST.TOMLKeyValue): void {
  const range = toRange(pair.range);
  const last = pair.key.keys.at(-1);
  if (!last) return;
  addEntry(descend(table, pair.key.keys.slice(0, -1), range), last, toValue(pair.value), range);
}

function addEntry(table: MutableTable, key: AST.TOMLBare | AST.TOMLQuoted, value: MutableTable | ConfigValue, range: Range): void {
  const name = nameOf(key);
  if (!table.entries.has(name)) table.entries.set(name, { name, key: toRange(key.range), value, range });
}

/** The table below the keys, made where the file only implies it; a list of tables stands for its last one. */
function descend(table: MutableTable, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[], range: Range): MutableTable {
  let current = table;
  for (const key of keys) {
    const known = current.entries.get(nameOf(key))?.value;
    const next = known?.kind === 'array' ? known.items.at(-1) : known;
    if (next && isTable(next)) {
      if (!next.header) next.end = Math.max(next.end, range.end);
      current = next;
      continue;
    }
    const implied = newTable({ start: toRange(key.range).start, end: range.end }, undefined);
    addEntry(current, key, implied, range);
    current = implied;
  }
  return current;
}

function isTable(value: MutableTable | ConfigValue): value is MutableTable {
  return value.kind === 'table';
}

function toValue(node: AST.TOMLContentNode): ConfigValue {
  const range = toRange(node.range);
  if (node.type === 'TOMLArray') return { kind: 'array', items: node.elements.map(toValue), ...range };
  if (node.type === 'TOMLInlineTable') {
    const table = newTable(range, undefined);
    for (const pair of node.body) addPair(table, pair);
    return table;
  }
  switch (node.kind) {
    case 'string':
      return { kind: 'string', value: node.value, ...range };
    case 'integer':
    case 'float':
      return { kind: 'number', value: node.value, ...range };
    case 'boolean':
      return { kind: 'boolean', value: node.value, ...range };
    case 'offset-date-time':
    case 'local-date-time':
    case 'local-date':
    case 'local-time':
      return { kind: 'date', value: node.datetime, ...range };
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function toRange([start, end]: readonly [number, number]): Range {
  return { start, end };
}

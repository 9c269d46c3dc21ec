/**
 * Moves an extra of `[project.optional-dependencies]` to `[dependency-groups]`.
 *
 * Invariants: the entry's own text is moved as it stands, with the comments above and beside it; a table is taken away only
 * when nothing is left in it; where other entries depend on the extra, nothing is moved.
 */
import type { TextEdit } from '../../engine/finding';
import { isFirstOnLine, lineEnd, lineStart, newlineOf, nextLine, skipBlank } from '../../engine/lines';
import type { ConfigDocument, ConfigEntry, ConfigTable, ConfigValue } from '../../syntax/config';
import type { Range } from '../../syntax/node';

/** The extras of a project. */
export function extrasOf({ root }: ConfigDocument): ConfigTable | undefined {
  return tableIn(tableIn(root, 'project'), 'optional-dependencies');
}

/** The edits that make a group of an extra; undefined where that needs more than moving it. */
export function extraToGroup(document: ConfigDocument, name: string): readonly TextEdit[] | undefined {
  const { text, root, error } = document;
  // Of a broken file only a part is known.
  if (error !== undefined) return undefined;
  const extras = extrasOf(document);
  const entry = extras?.entries.get(name);
  const groups = root.entries.get('dependency-groups')?.value;
  if (extras === undefined || entry === undefined || !standsOnLines(entry, text) || isReferred(name, entry, document)) return undefined;
  if (groups === undefined) return toNewTable(extras, entry, document);
  if (groups.kind !== 'table' || groups.header === undefined || hasName(groups, name)) return undefined;
  const block = blockOf(entry, text);
  const ends = [...groups.entries.values()].map(({ range }) => range.end);
  const insertion = insertionAfter(Math.max(groups.header.end, ...ends), block.newText, text);
  return [insertion, isAlone(extras, text) ? tableRemoval(extras.header, block, text) : blockRemoval(block, text)];
}

/** Where the extra is all there is, its table only changes its name. */
function toNewTable(extras: ConfigTable, entry: ConfigEntry, { text, root }: ConfigDocument): readonly TextEdit[] {
  if (isAlone(extras, text)) return [{ start: extras.header.start, end: extras.header.end, newText: newHeader }];
  const block = blockOf(entry, text);
  const removal = blockRemoval(block, text);
  const next = headersOf(root).filter(({ start }) => start > entry.range.end);
  const following = next.length === 0 ? undefined : aboveComments(Math.min(...next.map(({ start }) => start)), text);
  const newline = newlineOf(text);
  const offset = following ?? text.length;
  const before = text.slice(0, offset === removal.end ? removal.start : offset);
  const hasGap = /(?:^|\n)[ \t]*\r?\n$/.test(before);
  const table = `${newHeader}${newline}${block.newText}`;
  if (following === undefined)
    return [removal, insertion(offset, `${before.endsWith('\n') ? '' : newline}${hasGap ? '' : newline}${table}`)];
  return [removal, insertion(offset, hasGap ? `${table}${newline}` : table)];
}

const newHeader = '[dependency-groups]';

function tableIn(table: ConfigTable | undefined, name: string): ConfigTable | undefined {
  const value = table?.entries.get(name)?.value;
  return value?.kind === 'table' ? value : undefined;
}

/** Whether the entry has lines of its own, which one in an inline table has not. */
function standsOnLines({ range }: ConfigEntry, text: string): boolean {
  const after = skipBlank(text, range.end);
  return isFirstOnLine(text, range.start) && (after >= lineEnd(text, after) || text.charAt(after) === '#');
}

/** Whether the table has a header and one entry, which has to be one of its lines. */
function isAlone(table: ConfigTable, text: string): table is ConfigTable & { readonly header: Range } {
  const [only, ...others] = table.entries.values();
  return table.header !== undefined && only !== undefined && others.length === 0 && standsOnLines(only, text);
}

function hasName(groups: ConfigTable, name: string): boolean {
  return [...groups.entries.keys()].some((other) => normalised(other) === normalised(name));
}

/** Names are compared without regard to case and to `-`, `_` and `.` (PEP 735). */
function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** Whether an entry takes the extra in as `project[extra]`, or the extra takes in another one. */
function isReferred(name: string, entry: ConfigEntry, document: ConfigDocument): boolean {
  const project = tableIn(document.root, 'project');
  const own = project?.entries.get('name')?.value;
  const ownName = own?.kind === 'string' ? normalised(own.value) : undefined;
  const referred = (value: ConfigValue): readonly string[] =>
    stringsOf(value).flatMap((requirement) => {
      const match = /^\s*([\w.-]+)\s*\[([^\]]*)\]/.exec(requirement);
      const isOwn = match !== null && (ownName === undefined || normalised(match[1] ?? '') === ownName);
      return isOwn ? (match[2] ?? '').split(',').map((extra) => normalised(extra.trim())) : [];
    });
  if (ownName !== undefined && referred(entry.value).length > 0) return true;
  return entriesIn(document.root).some(
    (other) => referred(other.value).includes(normalised(name)) || (namesExtras.has(other.name) && stringsOf(other.value).includes(name)),
  );
}

/** The keys under which Hatch, tox and others say which extras to install. */
const namesExtras: ReadonlySet<string> = new Set(['features', 'extras']);

function stringsOf(value: ConfigValue): readonly string[] {
  if (value.kind === 'string') return [value.value];
  return value.kind === 'array' ? value.items.flatMap(stringsOf) : [];
}

/** All entries of a table and the tables in it that are no tables themselves. */
function entriesIn(table: ConfigTable): readonly ConfigEntry[] {
  return [...table.entries.values()].flatMap((entry) => (entry.value.kind === 'table' ? entriesIn(entry.value) : [entry]));
}

/** The lines to move, and how they read in their new table. */
type Block = TextEdit;

function blockOf({ range, key }: ConfigEntry, text: string): Block {
  const start = aboveComments(range.start, text);
  const end = nextLine(text, range.end);
  const indent = text.slice(lineStart(text, range.start), range.start);
  const written = `${text.slice(start, lineStart(text, range.start))}${indent}${text.slice(key.start, end)}`;
  return { start, end, newText: /[\r\n]$/.test(written) ? written : `${written}${newlineOf(text)}` };
}

/** The line of an offset, or of the comments right above it. */
function aboveComments(offset: number, text: string): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
    if (text.charAt(skipBlank(text, above)) !== '#') return start;
    start = above;
  }
  return start;
}

/** The block without the empty lines below it, where there are empty lines above it as well. */
function blockRemoval({ start, end }: Block, text: string): TextEdit {
  const hasGapAbove = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, start)) || isHeader(text, start - 1);
  return { start, end: hasGapAbove ? afterEmptyLines(end, text) : end, newText: '' };
}

function isHeader(text: string, offset: number): boolean {
  return text.charAt(skipBlank(text, lineStart(text, offset - 1))) === '[';
}

/** Header and block where nothing stands between them, and the empty lines after; a comment beside the header stays. */
function tableRemoval(header: Range, block: Block, text: string): TextEdit {
  const start = lineStart(text, header.start);
  const comment = skipBlank(text, header.end);
  const kept = text.charAt(comment) === '#' ? text.slice(comment, nextLine(text, comment)) : '';
  const between = text.slice(nextLine(text, header.end), block.start);
  const end = afterEmptyLines(block.end, text);
  const left = `${kept}${between.trim() === '' ? '' : between}`;
  if (end < text.length || left !== '') return { start, end, newText: left };
  const above = /(?:\r?\n[ \t]*)+$/.exec(text.slice(0, start));
  return { start: above === null ? start : nextLine(text, above.index), end, newText: '' };
}

function afterEmptyLines(offset: number, text: string): number {
  let end = offset;
  while (end < text.length && skipBlank(text, end) === lineEnd(text, end)) end = nextLine(text, end);
  return end;
}

function insertionAfter(end: number, newText: string, text: string): TextEdit {
  const offset = nextLine(text, end);
  return insertion(offset, /[\r\n]$/.test(text.slice(0, offset)) ? newText : `${newlineOf(text)}${newText}`);
}

function insertion(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

/** Where all headers stand, of lists of tables too. */
function headersOf(table: ConfigTable): readonly Range[] {
  const below = [...table.entries.values()].flatMap(({ value }) => {
    if (value.kind === 'array') return value.items.flatMap((item) => (item.kind === 'table' ? headersOf(item) : []));
    return value.kind === 'table' ? headersOf(value) : [];
  });
  return table.header === undefined ? below : [table.header, ...below];
}

/**
 * Where a new import statement goes: after the docstring and the `__future__` imports, among the imports at the top, in
 * sorted place where they are sorted, with its own kind (standard library, installed, relative) where those are apart.
 */
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { enclosingFunction } from '../syntax/query';
import type { TextEdit } from './finding';
import { importedModule, importItems } from './importStatements';
import type { ImportStatement } from './importStatements';
import { headEnd, isFirstOnLine, lineEnd, lineStart, newlineOf, nextLine, skipBlank } from './lines';
import { isStandardModule } from './standardLibrary';

/** The import to write. */
export interface NewImport {
  /** `import` statements stand before `from` ones where imports are sorted that way. */
  readonly kind: 'import' | 'from';
  readonly module: string;
  /** The statement without a line break. */
  readonly text: string;
}

/** The edit that adds an import which has run before the code at a node. */
export function importInsertion(wanted: NewImport, at: SyntaxNode): TextEdit {
  const { tree } = at;
  const top = topOf(tree);
  const place = amongImports(wanted, top.imports, tree.text);
  if (place !== undefined && (place.offset <= at.start || enclosingFunction(at) !== undefined)) return insertion(tree, place, wanted.text);
  return insertion(tree, atHead(tree, top.head), wanted.text);
}

/** The group to which a new import belongs, by its text; undefined for a text that is none, such as a name for one that is there. */
export function importRank(text: string): number | undefined {
  const module = /^\s*(?:import|from)\s+([\w.]+)/.exec(text)?.[1];
  return module === undefined ? undefined : rankOf(module);
}

/** The statements at the top of a file. */
interface Top {
  /** The last of the docstring and the `__future__` imports. */
  readonly head: SyntaxNode | undefined;
  readonly imports: readonly ImportStatement[];
}

function topOf(tree: SyntaxTree): Top {
  let head: SyntaxNode | undefined;
  const imports: ImportStatement[] = [];
  for (const [index, statement] of tree.root.children.entries()) {
    if (statement.is('future_import_statement') || (index === 0 && isDocstring(statement))) head = statement;
    else if (statement.is('import_statement', 'import_from_statement')) imports.push(statement);
    else if (!isGuardedImport(statement)) break;
  }
  return { head, imports };
}

function isDocstring(statement: SyntaxNode): boolean {
  return statement.is('expression_statement') && statement.children[0]?.is('string', 'concatenated_string') === true;
}

/** `if TYPE_CHECKING:` and `try:` around imports stand among the imports, but no import is put in there. */
function isGuardedImport(statement: SyntaxNode): boolean {
  if (!statement.is('if_statement', 'try_statement')) return false;
  const block = statement.children.find((child) => child.is('block'));
  return block?.children[0]?.is('import_statement', 'import_from_statement') === true;
}

interface Place {
  readonly offset: number;
  /** How many empty lines to put before and after the new line. */
  readonly before: number;
  readonly after: number;
}

function amongImports(wanted: NewImport, imports: readonly ImportStatement[], text: string): Place | undefined {
  const rank = rankOf(wanted.module);
  const group = groupsOf(imports, text).find((statements) => statements.some((statement) => rankOf(moduleOf(statement)) === rank));
  if (group !== undefined) return inGroup(wanted, rank, group, text);
  const lower = imports.filter((statement) => rankOf(moduleOf(statement)) < rank).at(-1);
  if (lower !== undefined) return { offset: afterLine(lower), before: isFollowedByImport(lower, imports, text) ? 0 : 1, after: 0 };
  const [first] = imports;
  if (first === undefined) return undefined;
  return isFirstOnLine(text, first.start)
    ? { offset: aboveComments(first), before: 0, after: 1 }
    : { offset: afterLine(first), before: 0, after: 0 };
}

/** Beside the imports of the same kind: before the first that sorts after it, where they are sorted, else after the last. */
function inGroup(wanted: NewImport, rank: number, group: readonly ImportStatement[], text: string): Place | undefined {
  const peers = group.filter((statement) => rankOf(moduleOf(statement)) === rank);
  for (const statements of [peers, group]) {
    const key = sortKeys.find((candidate) => isSorted(statements.map((statement) => candidate(kindOf(statement), moduleOf(statement)))));
    if (key === undefined) continue;
    const own = key(wanted.kind, wanted.module);
    const index = statements.findIndex((statement) => key(kindOf(statement), moduleOf(statement)) > own);
    const next = statements[index];
    const previous = statements[index - 1];
    if (index > 0 && previous !== undefined) return besideLine(previous);
    if (next !== undefined && isFirstOnLine(text, next.start)) return { offset: aboveComments(next), before: 0, after: 0 };
    break;
  }
  const last = peers.at(-1);
  return last === undefined ? undefined : besideLine(last);
}

function besideLine(statement: ImportStatement): Place {
  return { offset: afterLine(statement), before: 0, after: 0 };
}

/** The two common orders: all `import` before all `from`, or by module alone. */
const sortKeys: readonly ((kind: NewImport['kind'], module: string) => string)[] = [
  (kind, module) => (kind === 'import' ? '0' : '1') + module.toLowerCase(),
  (_kind, module) => module.toLowerCase(),
];

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);
}

/** Standard library, installed and own packages, relative ones: the order in which their groups stand. */
function rankOf(module: string): number {
  if (module.startsWith('.')) return 2;
  return isStandardModule(module) ? 0 : 1;
}

function kindOf(statement: ImportStatement): NewImport['kind'] {
  return statement.is('import_statement') ? 'import' : 'from';
}

function moduleOf(statement: ImportStatement): string {
  return importedModule(statement) ?? importItems(statement)[0]?.imported ?? '';
}

/** Runs of imports without an empty line or another statement between them. */
function groupsOf(imports: readonly ImportStatement[], text: string): readonly (readonly ImportStatement[])[] {
  const groups: ImportStatement[][] = [];
  let previous: ImportStatement | undefined;
  for (const statement of imports) {
    const isNew = previous === undefined || hasEmptyLine(text, previous.end, statement.start);
    if (isNew) groups.push([statement]);
    else groups.at(-1)?.push(statement);
    previous = statement;
  }
  return groups;
}

function hasEmptyLine(text: string, from: number, to: number): boolean {
  return /(?:\r\n|\r|\n)[ \t\f]*(?:\r|\n)/.test(text.slice(from, to));
}

function isFollowedByImport(statement: ImportStatement, imports: readonly ImportStatement[], text: string): boolean {
  const next = imports[imports.indexOf(statement) + 1];
  return next !== undefined && !hasEmptyLine(text, statement.end, next.start);
}

/** The line after a statement; after the next one too, where that begins on the same line and goes on. */
function afterLine(statement: SyntaxNode): number {
  const { text, root } = statement.tree;
  let offset = nextLine(text, statement.end);
  for (const other of root.children) if (other.start < offset && offset < other.end) offset = nextLine(text, other.end);
  return offset;
}

/** The line of an import, or of the comments right above it unless they head the file. */
function aboveComments(statement: SyntaxNode): number {
  const { text } = statement.tree;
  const own = lineStart(text, statement.start);
  let offset = own;
  while (offset > 0) {
    const above = lineStart(text, offset - (text.startsWith('\r\n', offset - 2) ? 2 : 1));
    const comment = skipBlank(text, above);
    if (text.charAt(comment) !== '#' || !statement.tree.nodeAt(comment).is('comment')) return offset;
    offset = above;
  }
  return own;
}

/** Under the docstring and the `__future__` imports, or above the first statement with its comments. */
function atHead(tree: SyntaxTree, head: SyntaxNode | undefined): Place {
  const { text } = tree;
  const next = tree.root.children.find((statement) => head === undefined || statement.start >= head.end);
  if (head !== undefined) {
    const offset = afterLine(head);
    const hasGap = next === undefined || skipBlank(text, offset) >= lineEnd(text, offset);
    return { offset, before: 1, after: hasGap ? 0 : gapBefore(next) };
  }
  if (next === undefined) return { offset: headEnd(text), before: 0, after: 0 };
  return { offset: Math.max(aboveComments(next), headEnd(text)), before: 0, after: gapBefore(next) };
}

function gapBefore(statement: SyntaxNode): number {
  return statement.is('function_definition', 'class_definition', 'decorated_definition') ? 2 : 1;
}

function insertion({ text }: SyntaxTree, { offset, before, after }: Place, statement: string): TextEdit {
  const newline = newlineOf(text);
  const isAtOpenEnd = offset > 0 && offset === text.length && !isFirstOnLine(text, offset);
  const line = isAtOpenEnd
    ? newline + newline.repeat(before) + statement
    : newline.repeat(before) + statement + newline + newline.repeat(after);
  return { start: offset, end: offset, newText: line };
}

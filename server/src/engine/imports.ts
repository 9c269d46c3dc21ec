/** Brings names into a file: finds an import that is there, widens one, or adds one. */
import type { FileView } from '../project/view';
import type { SyntaxNode } from '../syntax/node';
import type { TextEdit } from './finding';
import { importInsertion } from './importPlace';
import { availableName, canImportAs, importedModule, importItems, importStatements } from './importStatements';
import { indentAt, isFirstOnLine, lineEnd, newlineOf, skipBlank } from './lines';

/** A name that the fixed code may use, with the edits that import it (none where it is imported already). */
export interface ImportedName {
  /** How to write it at the place of the fix: `asyncio`, `aio` where the file says `import asyncio as aio`. */
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** `import module`, as the code at a node can use it. */
export function moduleImport(module: string, at: SyntaxNode, view: FileView): ImportedName | undefined {
  const name = availableName(module, at, view);
  if (name !== undefined) return { name, edits: [] };
  const root = module.split('.')[0] ?? module;
  if (!canImportAs(root, root, at, view)) return undefined;
  return { name: module, edits: [importInsertion({ kind: 'import', module, text: `import ${module}` }, at)] };
}

/** `from module import name`, as the code at a node can use it. */
export function nameImport(module: string, name: string, at: SyntaxNode, view: FileView): ImportedName | undefined {
  const imported = `${module}.${name}`;
  const available = availableName(imported, at, view);
  if (available !== undefined) return { name: available, edits: [] };
  if (!canImportAs(name, imported, at, view)) return undefined;
  const statement = importStatements(view.tree).find((candidate) => isWidenable(candidate, module, at));
  const edit = statement === undefined ? undefined : widening(statement, name);
  return { name, edits: [edit ?? importInsertion({ kind: 'from', module, text: `from ${module} import ${name}` }, at)] };
}

/** Whether a name can be added to the statement so that the code at a node can use it: it has to run in any case, and before. */
function isWidenable(statement: SyntaxNode, module: string, at: SyntaxNode): boolean {
  return statement.parent?.is('module') === true && importedModule(statement) === module && statement.end <= at.start;
}

/**
 * Adds a name to `from x import a, b`: in sorted place where the names are sorted, else last. Names on lines of their own
 * get one more line, written so that commas and comments stay with the names that they stand beside.
 */
function widening(statement: SyntaxNode, name: string): TextEdit | undefined {
  if (!statement.is('import_from_statement')) return undefined;
  const names = statement.field('name');
  const last = names.at(-1);
  // `from x import *`
  if (last === undefined) return undefined;
  const { text } = statement.tree;
  const written = importItems(statement).map((item) => item.imported.slice(item.imported.lastIndexOf('.') + 1));
  const index = isSorted(written) ? written.findIndex((other) => compareNames(other, name) > 0) : -1;
  const next = names[index];
  if (next !== undefined) return insertionBefore(next, names[index - 1], name);
  const isOnOwnLine = isFirstOnLine(text, last.start) && closesBelow(statement, last);
  if (!isOnOwnLine) return insertion(last.end, `, ${name}`);
  const line = newlineOf(text) + indentAt(text, last.start);
  const comma = skipBlank(text, last.end);
  if (text.charAt(comma) !== ',') return insertion(last.start, `${name},${line}`);
  return insertion(lineEnd(text, comma), `${line}${name},`);
}

/** Under the line of the name before where each has its own, so that comments above a name stay there. */
function insertionBefore(next: SyntaxNode, previous: SyntaxNode | undefined, name: string): TextEdit {
  const { text } = next.tree;
  if (!isFirstOnLine(text, next.start)) return insertion(next.start, `${name}, `);
  const line = newlineOf(text) + indentAt(text, next.start);
  const comma = previous === undefined ? undefined : skipBlank(text, previous.end);
  if (comma === undefined || text.charAt(comma) !== ',') return insertion(next.start, `${name},${line}`);
  return insertion(lineEnd(text, comma), `${line}${name},`);
}

/** Whether the closing parenthesis stands on a line below the name. */
function closesBelow(statement: SyntaxNode, name: SyntaxNode): boolean {
  const { text } = statement.tree;
  return text.charAt(statement.end - 1) === ')' && lineEnd(text, name.end) < statement.end - 1;
}

function insertion(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0);
}

/** Constants, then classes, then the rest, each by name: the order that import sorters keep. */
function compareNames(a: string, b: string): number {
  return nameRank(a) - nameRank(b) || (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0);
}

function nameRank(name: string): number {
  if (name.length > 1 && name === name.toUpperCase()) return 0;
  return /^\p{Lu}/u.test(name) ? 1 : 2;
}

/** The import statements of a file, and what each gives to the code at a place. */
import type { Binding } from '../semantic/scopes';
import type { FileView } from '../project/view';
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { enclosing, isWithin } from '../syntax/query';

/** `import a` or `from a import b`. */
export type ImportStatement = SyntaxNode<'import_statement' | 'import_from_statement'>;

/** One name that an import statement binds. */
export interface ImportItem {
  readonly statement: ImportStatement;
  /** The dotted name of what is imported, with leading dots where it is relative. */
  readonly imported: string;
  /** How code writes the imported thing: the alias, the last name after `from`, all of `a.b` after `import`. */
  readonly written: string;
  /** The identifier that is bound. */
  readonly identifier: SyntaxNode<'identifier'>;
}

/** The import statements of a file, in order. */
export function importStatements(tree: SyntaxTree): readonly ImportStatement[] {
  return nodesOf(tree, ['import_statement', 'import_from_statement']).filter((node) =>
    node.is('import_statement', 'import_from_statement'),
  );
}

/** What a statement binds, in order; none for a star. */
export function importItems(statement: ImportStatement): readonly ImportItem[] {
  const from = importedModule(statement);
  return statement.field('name').flatMap((name): ImportItem[] => {
    const isAliased = name.is('aliased_import');
    const dotted = dottedText(isAliased ? name.field('name') : name);
    const identifier = isAliased ? name.field('alias') : from === undefined ? name.children[0] : name.children.at(-1);
    if (!identifier?.is('identifier')) return [];
    return [{ statement, imported: joined(from, dotted), written: isAliased ? identifier.text : dotted, identifier }];
  });
}

/** What stands after `from`; undefined for `import` statements. */
export function importedModule(statement: SyntaxNode): string | undefined {
  return statement.is('import_from_statement') ? dottedText(statement.field('module_name')) : undefined;
}

/**
 * How code at a node can write a module or a name of one, by an import that has run when the code does: one of the
 * module, or one of the same function that comes before.
 */
export function availableName(imported: string, at: SyntaxNode, view: FileView): string | undefined {
  for (const item of importStatements(view.tree).flatMap(importItems)) {
    const written = writtenAs(item, imported);
    if (written === undefined || !hasRunBefore(item.statement, at)) continue;
    const binding = bindingAt(item.identifier.text, at, view);
    if (binding !== undefined && binding === view.bindingOf(item.identifier) && isOnlyImported(binding, boundName(item))) return written;
  }
  return undefined;
}

/** Whether an import at the top of the module may bind the name so that the code at a node reads it. */
export function canImportAs(name: string, imported: string, at: SyntaxNode, view: FileView): boolean {
  const binding = bindingAt(name, at, view);
  return binding === undefined || (binding.scope.kind === 'module' && isOnlyImported(binding, imported));
}

/** `import a.b` gives `a` as well as `a.b`. */
function writtenAs(item: ImportItem, imported: string): string | undefined {
  if (item.imported === imported) return item.written;
  const isPlain = item.statement.is('import_statement') && item.written === item.imported;
  return isPlain && item.imported.startsWith(`${imported}.`) ? imported : undefined;
}

/** What the bound identifier itself stands for: `a` after `import a.b`. */
function boundName(item: ImportItem): string {
  return item.written === item.imported ? item.identifier.text : item.imported;
}

function isOnlyImported(binding: Binding, imported: string): boolean {
  return binding.declarations.every((declaration) => declaration.kind === 'import' && declaration.imported === imported);
}

function hasRunBefore(statement: ImportStatement, at: SyntaxNode): boolean {
  const home = enclosing(statement, 'function_definition', 'class_definition', 'lambda');
  if (home === undefined)
    return isUnconditional(statement) && (statement.end <= at.start || enclosing(at, 'function_definition', 'lambda') !== undefined);
  const block = statement.parent;
  return home.is('function_definition') && block !== undefined && isWithin(at, block) && statement.end <= at.start;
}

/** Whether the module runs the statement whenever it is imported at all: `try:` may stand around it, `if` may not. */
function isUnconditional(statement: SyntaxNode): boolean {
  for (let node = statement.parent; node !== undefined; node = node.parent) {
    if (!node.is('module', 'block', 'try_statement')) return false;
  }
  return true;
}

/** The binding that a name has for the code at a node; undefined where it reaches a builtin or nothing. */
function bindingAt(name: string, at: SyntaxNode, view: FileView): Binding | undefined {
  if (view.isFree(name, at)) return undefined;
  let innermost: Binding | undefined;
  for (const node of nodesOf(view.tree, ['identifier'])) {
    if (!node.is('identifier') || node.text !== name) continue;
    const binding = view.bindingOf(node);
    if (binding === undefined || !isSeenFrom(at, binding)) continue;
    if (innermost === undefined || binding.scope.node.id > innermost.scope.node.id) innermost = binding;
  }
  return innermost;
}

function isSeenFrom(at: SyntaxNode, { scope }: Binding): boolean {
  if (scope.kind === 'module') return true;
  if (!isWithin(at, scope.node)) return false;
  return scope.kind !== 'class' || enclosing(at, 'function_definition', 'class_definition', 'lambda')?.id === scope.node.id;
}

function nodesOf(tree: SyntaxTree, kinds: readonly NodeKind[]): readonly SyntaxNode[] {
  const numbers = new Set(kinds.map((kind) => nodeKinds.indexOf(kind)));
  const nodes: SyntaxNode[] = [];
  for (const { chunk, firstId } of tree.chunks) {
    for (let index = 0; index < chunk.length; index += 1) if (numbers.has(chunk.kindAt(index))) nodes.push(tree.node(firstId + index));
  }
  return nodes;
}

/** The text of a dotted name without the white space that Python allows around its dots. */
function dottedText(node: SyntaxNode): string {
  return node.text.replace(/[\s\\]+/g, '');
}

function joined(from: string | undefined, name: string): string {
  if (from === undefined) return name;
  return from.endsWith('.') ? `${from}${name}` : `${from}.${name}`;
}

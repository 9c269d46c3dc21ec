/** What import statements bind, and the modules that a file names. */
import { nodeKinds } from '../syntax/kinds.generated';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { nodesBelow } from '../syntax/query';
import type { OpenScope, ScopeBuilder } from './scopeBuilder';

/** Declares the names of one import statement. A star import binds nothing that is known. */
export function declareImports(builder: ScopeBuilder, node: SyntaxNode, scope: OpenScope): void {
  const from = fromModule(node);
  for (const item of importedItems(node)) {
    const declaration = { kind: 'import', node } as const;
    if (item.is('aliased_import')) {
      const alias = item.field('alias');
      builder.declare(alias, scope, { ...declaration, imported: joined(from, dottedText(item.field('name'))) });
      continue;
    }
    const [first] = item.children;
    if (first === undefined) continue;
    const name = from === undefined ? first : (item.children.at(-1) ?? first);
    // `import a.b` binds `a`.
    const imported = from === undefined ? first.text : joined(from, dottedText(item));
    builder.declare(name, scope, { ...declaration, imported });
  }
  if (from !== undefined && node.children.some((child) => child.is('wildcard_import'))) builder.stars.push(from);
}

/** Every module that a statement imports or imports from, as dotted names, with leading dots where relative. */
export function importedModules(statement: SyntaxNode): readonly string[] {
  const from = fromModule(statement);
  const items = importedItems(statement).map((item) => joined(from, dottedText(item.is('aliased_import') ? item.field('name') : item)));
  return from === undefined ? items : [from, ...items];
}

/** Every module that a file imports or imports from. Needs no model. */
export function modulesImportedIn(tree: SyntaxTree): readonly string[] {
  const statements = [...nodesBelow(tree.root, isImporting)];
  return [...new Set(statements.flatMap(importedModules))];
}

/** Asked of every node of every file, so that even a set would be felt. */
function isImporting(kind: number): boolean {
  return kind === importKind || kind === fromImportKind || kind === futureImportKind;
}

const importKind = nodeKinds.indexOf('import_statement');
const fromImportKind = nodeKinds.indexOf('import_from_statement');
const futureImportKind = nodeKinds.indexOf('future_import_statement');

function fromModule(node: SyntaxNode): string | undefined {
  if (node.is('future_import_statement')) return '__future__';
  return node.is('import_from_statement') ? dottedText(node.field('module_name')) : undefined;
}

function importedItems(node: SyntaxNode): readonly SyntaxNode<'aliased_import' | 'dotted_name'>[] {
  return node.is('import_statement', 'import_from_statement', 'future_import_statement') ? node.field('name') : [];
}

/** The text of a dotted name without the white space that Python allows around its dots. */
function dottedText(node: SyntaxNode): string {
  if (node.is('relative_import'))
    return node.children.map((child) => (child.is('dotted_name') ? dottedText(child) : child.text.replace(/\s/g, ''))).join('');
  return node.children.map((child) => child.text).join('.');
}

function joined(from: string | undefined, name: string): string {
  if (from === undefined) return name;
  return from.endsWith('.') ? `${from}${name}` : `${from}.${name}`;
}

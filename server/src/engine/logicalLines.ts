/** Logical lines: a simple statement, or the header of a compound one, over as many physical lines as it takes. */
import { nodeKinds, statementKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { Range, SyntaxNode, SyntaxTree } from '../syntax/node';
import { indentAt, indentWidth, isFirstOnLine, lineEnd } from './lines';

const compound: readonly NodeKind[] = [
  'case_clause',
  'class_definition',
  'decorated_definition',
  'elif_clause',
  'else_clause',
  'except_clause',
  'finally_clause',
  'for_statement',
  'function_definition',
  'if_statement',
  'match_statement',
  'try_statement',
  'while_statement',
  'with_statement',
];

const lineKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([...statementKinds, ...compound, 'decorator']);
const compoundKinds: ReadonlySet<NodeKind> = new Set(compound);
const statementNumbers: ReadonlySet<number> = new Set([...statementKinds, ...compound].map((kind) => nodeKinds.indexOf(kind)));

function isCompound(node: SyntaxNode): boolean {
  return compoundKinds.has(node.kind);
}

/** The statement, clause or decorator whose logical line holds an offset; undefined between logical lines. */
export function lineNodeAt(tree: SyntaxTree, offset: number): SyntaxNode | undefined {
  for (let node: SyntaxNode | undefined = tree.nodeAt(offset); node !== undefined; node = node.parent) {
    if (!lineKinds.has(node.kind)) continue;
    return offset < logicalRange(node).end ? node : undefined;
  }
  return undefined;
}

/** The outermost statement, clause or decorated definition that begins exactly at an offset. */
export function lineNodeFrom(tree: SyntaxTree, offset: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (let node: SyntaxNode | undefined = tree.nodeAt(offset); node?.start === offset; node = node.parent) {
    if (lineKinds.has(node.kind)) found = node;
  }
  return found;
}

/** The logical line of a statement, clause or decorator: of a compound one, all up to and with its colon. */
export function logicalRange(node: SyntaxNode): Range {
  if (!isCompound(node)) return { start: node.start, end: node.end };
  const holder = node.is('decorated_definition') ? node.field('definition') : node;
  const body = bodyOf(holder);
  if (body === undefined) return { start: node.start, end: Math.min(node.end, lineEnd(node.tree.text, holder.start)) };
  const colon = holder.parts.filter((part) => part.start < body.start && part.text === ':').at(-1);
  return { start: node.start, end: colon?.end ?? body.start };
}

/** The block that a compound statement or clause begins with. */
function bodyOf(node: SyntaxNode): SyntaxNode<'block'> | undefined {
  for (const child of node.children) if (child.is('block')) return child;
  return undefined;
}

/** The first offset after `from` whose logical line is indented less than `width`; the end of the text where none is. */
export function dedentAfter(tree: SyntaxTree, from: number, width: number): number {
  for (const { chunk, firstId, end } of tree.chunks) {
    if (end <= from) continue;
    for (let index = 0; index < chunk.length; index += 1) {
      if (!statementNumbers.has(chunk.kindAt(index))) continue;
      const { start } = tree.node(firstId + index);
      if (start > from && isFirstOnLine(tree.text, start) && indentWidth(indentAt(tree.text, start)) < width) return start;
    }
  }
  return tree.text.length;
}

import type { FileView } from '../project/view';
import { nodeKinds } from '../syntax/kinds.generated';
import type { Range, SyntaxNode, SyntaxTree } from '../syntax/node';
import { argumentAddition } from './argumentEdits';
import { awaitInsertion } from './awaitEdits';
import { canAwait } from './awaiting';
import type { TextEdit } from './finding';
import { moduleImport, nameImport, type ImportedName } from './imports';
import { indentAt, isFirstOnLine, newlineOf } from './lines';
import { statementRemoval } from './statements';

/** Makes edits of the file at hand. All offsets are of the text before the fix. */
export interface FixEditor {
  replace(range: Range, newText: string): TextEdit;
  insert(offset: number, newText: string): TextEdit;
  /** Deletes a range and nothing else. */
  remove(range: Range): TextEdit;
  /** Deletes a statement with its line (or lines), keeping comments that stand beside others. */
  removeStatement(statement: SyntaxNode): TextEdit;
  /**
   * `import module`, as seen from the node: the name to write and the edits that bring it in after the docstring, the
   * `__future__` imports and the imports there are. Undefined where the name means something else at that place.
   */
  importModule(module: string, at: SyntaxNode): ImportedName | undefined;
  /** `from module import name`, merged with an import of the same module where there is one. */
  importFrom(module: string, name: string, at: SyntaxNode): ImportedName | undefined;
  /** Adds an argument to a call, laid out as the call is; undefined where that cannot be done by an insertion. */
  addArgument(call: SyntaxNode<'call'>, argument: string): readonly TextEdit[] | undefined;
  /** The white space that the line of the node begins with. */
  indentOf(node: SyntaxNode): string;
  /** The file's unit of indentation: `    ` unless it uses another. */
  readonly indentUnit: string;
  /** The file's line ending: `\n` or `\r\n`. */
  readonly newline: string;
  /** Awaits an expression where it stands; undefined where `await` may not be written, or is written already. */
  awaitExpression(expression: SyntaxNode): readonly TextEdit[] | undefined;
  /** Whether `await` may be written at this place: in an async function, and not in a default, a decorator or a lambda. */
  canAwait(node: SyntaxNode): boolean;
}

/** An editor for one fix, and the edits among those it made that bring in imports: several fixes may share these. */
export interface FixSession {
  readonly edit: FixEditor;
  readonly importEdits: ReadonlySet<TextEdit>;
}

/** Edits of one version of a file, for one fix. */
export function createFixSession(view: FileView): FixSession {
  const importEdits = new Set<TextEdit>();
  const noted = (imported: ImportedName | undefined): ImportedName | undefined => {
    for (const edit of imported?.edits ?? []) importEdits.add(edit);
    return imported;
  };
  const { text } = view.tree;
  const edit: FixEditor = {
    replace: ({ start, end }, newText) => ({ start, end, newText }),
    insert: (offset, newText) => ({ start: offset, end: offset, newText }),
    remove: ({ start, end }) => ({ start, end, newText: '' }),
    removeStatement: statementRemoval,
    importModule: (module, at) => noted(moduleImport(module, at, view)),
    importFrom: (module, name, at) => noted(nameImport(module, name, at, view)),
    addArgument: (call, argument) => argumentAddition(call, argument, newlineOf(text)),
    indentOf: (node) => indentAt(text, node.start),
    get indentUnit() {
      return indentUnitOf(view.tree);
    },
    newline: newlineOf(text),
    awaitExpression: (expression) =>
      expression.parent?.is('await') === true || !canAwait(expression, view.target.python) ? undefined : awaitInsertion(expression),
    canAwait: (node) => canAwait(node, view.target.python),
  };
  return { edit, importEdits };
}

/** By how much the first indented block stands in from its header. */
function indentUnitOf(tree: SyntaxTree): string {
  const block = nodeKinds.indexOf('block');
  for (const { chunk, firstId } of tree.chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      if (chunk.kindAt(index) !== block) continue;
      const node = tree.node(firstId + index);
      const [first] = node.children;
      if (first === undefined || node.parent === undefined || !isFirstOnLine(tree.text, first.start)) continue;
      const outer = indentAt(tree.text, node.parent.start);
      const inner = indentAt(tree.text, first.start);
      if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
    }
  }
  return '    ';
}

/** The ways to let cancellation through a handler. A fix is told its handler by its place among the children of the `try`. */
import type { FixEditor } from '../../engine/edits';
import type { Fix, FixContext } from '../../engine/rule';
import type { Json, TextEdit } from '../../engine/finding';
import type { SyntaxNode } from '../../syntax/node';
import { descendants } from '../../syntax/query';
import { followedBy } from '../../engine/following';
import { isAsyncioCode } from './shared';

/** Ends the handler with `raise`. */
export const reraise: Fix = {
  kind: 'unsafe',
  title: 'Re-raise CancelledError',
  edits(node, args, { edit, view }) {
    const block = handlerAt(node, args)?.children.find((child) => child.is('block'));
    const last = block?.children.at(-1);
    if (block === undefined || last === undefined || block.hasError) return undefined;
    if (last.is('pass_statement', 'break_statement', 'continue_statement')) return [edit.replace(last, 'raise')];
    if (last.is('return_statement')) return raiseAfterReturn(last, edit);
    const owner = view.tree.root;
    return view.flow(owner).completions(last).has('next') ? [followedBy(last, ['raise'], edit)] : undefined;
  },
};

/** Lets cancellation go before the handler that catches it with other errors. */
export const reraiseFirst: Fix = {
  kind: 'unsafe',
  title: 'Re-raise CancelledError in a handler before it',
  edits(node, args, context) {
    const handler = handlerAt(node, args);
    return handler === undefined || handler.hasToken('*') ? undefined : handlerBefore(handler, context);
  },
};

/** Catches `Exception` in place of everything. */
export const catchException: Fix = {
  kind: 'unsafe',
  title: 'Catch Exception instead of BaseException',
  edits(node, args, { edit, view }) {
    const handler = handlerAt(node, args);
    if (handler === undefined || !view.isFree('Exception', handler)) return undefined;
    // A second handler of Exception would never be reached.
    if (
      node.children.some(
        (other) => other.is('except_clause') && other.id < handler.id && view.nameOf(caughtBy(other)) === 'builtins.Exception',
      )
    )
      return undefined;
    const caught = caughtBy(handler);
    if (caught === undefined) return [edit.insert(handler.start + 'except'.length, ' Exception')];
    // Before Python 3.8, that catches cancellation as well.
    if (view.target.python.major === 3 && view.target.python.minor < 8) return undefined;
    return caught.is('tuple') ? undefined : [edit.replace(caught, 'Exception')];
  },
};

function handlerAt(node: SyntaxNode, place: Json | undefined): SyntaxNode<'except_clause'> | undefined {
  const handler = typeof place === 'number' ? node.children[place] : undefined;
  return handler?.is('except_clause') === true ? handler : undefined;
}

/** What the clause names; nothing for a bare `except`. */
function caughtBy(handler: SyntaxNode<'except_clause'>): SyntaxNode | undefined {
  const [first] = handler.children;
  if (first === undefined || first.is('block')) return undefined;
  return first.is('as_pattern') ? first.children[0] : first;
}

/** A value that is worked out by calls is still worked out: the calls may be the clean-up. */
function raiseAfterReturn(statement: SyntaxNode<'return_statement'>, edit: FixEditor): readonly TextEdit[] {
  const [value] = statement.children;
  const works =
    value?.is('call', 'await') === true || (value !== undefined && [...descendants(value)].some((node) => node.is('call', 'await')));
  if (value === undefined || !works) return [edit.replace(statement, 'raise')];
  return [edit.remove({ start: statement.start, end: value.start }), followedBy(statement, ['raise'], edit)];
}

function handlerBefore(handler: SyntaxNode, { edit, view }: FixContext): readonly TextEdit[] | undefined {
  const asyncio = isAsyncioCode(view) ? edit.importModule('asyncio', handler) : undefined;
  if (asyncio === undefined) return undefined;
  const indent = edit.indentOf(handler);
  const clause = [`except ${asyncio.name}.CancelledError:`, `${indent}${edit.indentUnit}raise`, indent].join(edit.newline);
  return [...asyncio.edits, edit.insert(handler.start, clause)];
}

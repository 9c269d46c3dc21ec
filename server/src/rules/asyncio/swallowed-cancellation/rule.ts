import { defineRule } from '../../../engine/rule';
import type { FixContext } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/finding';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction } from '../../../syntax/query';
import { awaitsIn, handlersOf, isAcceptedEnd, isCancellerOfIts, suppressed, type Catches } from '../cancellation';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['cancellation'],
  peers: { 'flake8-async': ['ASYNC103', 'ASYNC104'], sonar: ['S7497'], ruff: ['B036'] },
  fix: 'unsafe',
  messages: {
    swallows: '`{clause}` swallows cancellation in async function `{function}`',
    suppresses: '`suppress({error})` swallows cancellation in async function `{function}`',
  },
  visit: {
    *try_statement(node, { view, finding }) {
      const owner = enclosingFunction(node);
      if (owner === undefined || view.runsOn(node) !== 'event-loop') return;
      const awaits = awaitsIn(node.field('body'));
      if (awaits.length === 0 || isCancellerOfIts(node, owner)) return;
      for (const { handler, catches } of handlersOf(node, view)) {
        if (!isSwallowing(handler, catches, owner, view) || isAcceptedEnd(node, handler, awaits, owner, view)) continue;
        const ids = catches === 'cancellation' ? ['reraise'] : catches === 'several' ? ['reraiseFirst'] : ['catchException', 'reraiseFirst'];
        yield finding(headerOf(handler), 'swallows', { clause: clauseOf(handler), function: owner.field('name').text }, { fixes: ids.map((id) => ({ id, args: node.children.findIndex((child) => child.id === handler.id) })) });
      }
    },
    with_item(node, { view, finding }) {
      const error = suppressed(node, view);
      const owner = enclosingFunction(node);
      const statement = node.parent?.parent;
      if (error === undefined || owner === undefined || statement?.is('with_statement') !== true) return undefined;
      const awaits = awaitsIn(statement.field('body'));
      if (awaits.length === 0 || view.runsOn(node) !== 'event-loop' || isCancellerOfIts(statement, owner)) return undefined;
      if (isAcceptedEnd(statement, undefined, awaits, owner, view)) return undefined;
      return finding(node, 'suppresses', { error, function: owner.field('name').text });
    },
  },
  fixes: {
    reraise: {
      kind: 'unsafe',
      title: 'Re-raise CancelledError',
      edits: (node, args, { edit }) => {
        const block = handlerAt(node, args)?.children.find((child) => child.is('block'));
        const last = block?.children.at(-1);
        if (last === undefined) return undefined;
        if (last.is('pass_statement', 'return_statement', 'break_statement', 'continue_statement')) return [edit.replace(last, 'raise')];
        if (last.is('if_statement', 'for_statement', 'while_statement', 'try_statement', 'match_statement') && block?.hasError === true) return undefined;
        return [edit.insert(last.end, `${edit.newline}${edit.indentOf(last)}raise`)];
      },
    },
    reraiseFirst: { kind: 'unsafe', title: 'Re-raise CancelledError in a handler before it', edits: reraiseFirst },
    catchException: {
      kind: 'unsafe',
      title: 'Catch Exception instead of BaseException',
      edits: (node, args, { edit, view }) => {
        const handler = handlerAt(node, args);
        if (handler === undefined || !view.isFree('Exception', handler)) return undefined;
        const [value] = handler.children;
        const caught = value?.is('as_pattern') === true ? value.children[0] : value;
        if (caught === undefined || caught.is('block')) return [edit.insert(handler.start + 'except'.length, ' Exception')];
        return caught.is('tuple') ? undefined : [edit.replace(caught, 'Exception')];
      },
    },
  },
});

/** Whether no path through the handler raises; one that raises on a condition is taken for thought through. */
function isSwallowing(handler: SyntaxNode<'except_clause'>, catches: Catches, owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  const block = handler.children.find((child) => child.is('block'));
  if (block === undefined || view.flow(owner).completions(block).has('raise')) return false;
  return catches !== 'everything' || !isForwarded(handler, block);
}

/** Whether the handler of all exceptions passes the one it caught on: to a future, a queue, a list, its caller. */
function isForwarded(handler: SyntaxNode<'except_clause'>, block: SyntaxNode): boolean {
  const [pattern] = handler.children;
  const name = pattern?.is('as_pattern') === true ? pattern.field('alias')?.text : undefined;
  if (name === undefined) return false;
  const pending: SyntaxNode[] = [block];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.is('identifier') && node.text === name && !isLogged(node)) return true;
    pending.push(...node.children);
  }
  return false;
}

function isLogged(use: SyntaxNode): boolean {
  for (let node: SyntaxNode | undefined = use; node !== undefined && !node.is('block'); node = node.parent) {
    if (node.is('call') && /(^|\.)(debug|info|warning|warn|error|exception|critical|log|print|print_exc|format_exception|print_exception)$/.test(node.field('function').text)) return true;
  }
  return false;
}

function headerOf(handler: SyntaxNode<'except_clause'>): { readonly start: number; readonly end: number } {
  const block = handler.children.find((child) => child.is('block'));
  const value = handler.children[0];
  return { start: handler.start, end: value === undefined || value.id === block?.id ? handler.start + 'except'.length : value.end };
}

function clauseOf(handler: SyntaxNode<'except_clause'>): string {
  const { start, end } = headerOf(handler);
  return handler.text.slice(0, end - start).replace(/\s+/g, ' ').slice(0, 60);
}

/** A fix is told its handler by its place among the children of the `try`. */
function handlerAt(node: SyntaxNode, place: unknown): SyntaxNode<'except_clause'> | undefined {
  const handler = typeof place === 'number' ? node.children[place] : undefined;
  return handler?.is('except_clause') === true ? handler : undefined;
}

function reraiseFirst(node: SyntaxNode, args: unknown, { edit }: FixContext): readonly TextEdit[] | undefined {
  const handler = handlerAt(node, args);
  const asyncio = handler === undefined ? undefined : edit.importModule('asyncio', handler);
  if (handler === undefined || asyncio === undefined || handler.text.startsWith('except*')) return undefined;
  const indent = edit.indentOf(handler);
  const clause = [`except ${asyncio.name}.CancelledError:`, `${indent}${edit.indentUnit}raise`, indent].join(edit.newline);
  return [...asyncio.edits, edit.insert(handler.start, clause)];
}

import { showsLikely } from '../../../engine/profile';
import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, descendants, enclosingFunction, isAsync } from '../../../syntax/query';
import { neverReturns } from '../calledFunctions';
import { awaitsIn, handlersOf, isAcceptedEnd, isCancellerOfIts, leavesLoopUnsaid, suppressed, type Catches } from '../cancellation';
import { catchException, reraise, reraiseFirst } from '../cancellationFixes';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['cancellation'],
  peers: { 'flake8-async': ['ASYNC103', 'ASYNC104'], 'flake8-bugbear': ['B036'], sonar: ['S7497'] },
  fix: 'unsafe',
  messages: {
    swallows: '`{clause}` swallows cancellation in async function `{function}`',
    suppresses: '`suppress({error})` swallows cancellation in async function `{function}`',
  },
  visit: {
    *try_statement(node, context) {
      const { view, settings, finding } = context;
      const owner = enclosingFunction(node);
      if (owner === undefined || !isAsync(owner) || view.runsOn(node) !== 'event-loop') return;
      const awaits = awaitsIn(node.field('body'));
      if (awaits.length === 0 || isCancellerOfIts(node, owner)) return;
      for (const { handler, catches } of handlersOf(node, view)) {
        if (!isSwallowing(handler, catches, owner, view)) continue;
        const isAccepted = isAcceptedEnd(node, handler, awaits, owner, context);
        if (isAccepted && !(showsLikely(settings.profile) && leavesLoopUnsaid(node, handler, awaits, owner, view))) continue;
        const place = node.children.findIndex((child) => child.id === handler.id);
        const fixes = fixesFor[catches].map((id) => ({ id, args: place }));
        const data = { clause: clauseOf(handler), function: owner.field('name').text };
        yield finding(headerOf(handler), 'swallows', data, { fixes, ...(isAccepted ? { level: 'weaker' as const } : {}) });
      }
    },
    with_item(node, context) {
      const { view, finding } = context;
      const owner = enclosingFunction(node);
      const error = owner !== undefined && isAsync(owner) ? suppressed(node, view) : undefined;
      const statement = node.parent?.parent;
      if (error === undefined || owner === undefined || statement?.is('with_statement') !== true) return undefined;
      const awaits = awaitsIn(statement.field('body'));
      if (awaits.length === 0 || view.runsOn(node) !== 'event-loop' || isCancellerOfIts(statement, owner)) return undefined;
      if (isAcceptedEnd(statement, undefined, awaits, owner, context)) return undefined;
      return finding(node, 'suppresses', { error, function: owner.field('name').text });
    },
  },
  fixes: { reraise, reraiseFirst, catchException },
});

const fixesFor: Readonly<Record<Catches, readonly string[]>> = {
  cancellation: ['reraise'],
  several: ['reraiseFirst'],
  everything: ['catchException', 'reraiseFirst'],
};

/**
 * Whether no path through the handler raises; one that raises on a condition is taken for thought through. What is cleaned up while
 * another error is on its way out need not let a second one through.
 */
function isSwallowing(
  handler: SyntaxNode<'except_clause'>,
  catches: Catches,
  owner: SyntaxNode<'function_definition'>,
  view: FileView,
): boolean {
  const block = handler.children.find((child) => child.is('block'));
  if (block === undefined || view.flow(owner).completions(block).has('raise') || endsTheProgram(block, view)) return false;
  if (isCleaningUp(handler, owner, view) || isKept(handler, block)) return false;
  return catches !== 'everything' || !isForwarded(handler, block, view);
}

/** Whether the handler ends in a call that never returns. */
function endsTheProgram(block: SyntaxNode, view: FileView): boolean {
  const call = block.children.at(-1)?.children[0];
  return call?.is('call') === true && neverReturns(call, view);
}

/** Whether the handler stands in another handler of the function that raises what it caught again, whatever happens. */
function isCleaningUp(handler: SyntaxNode, owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  for (const outer of ancestors(handler)) {
    if (outer.id === owner.id) return false;
    const block = outer.is('except_clause') ? outer.children.find((child) => child.is('block')) : undefined;
    const last = block?.children.at(-1);
    if (block === undefined || last?.is('raise_statement') !== true || last.children.length > 0) continue;
    const ways = view.flow(owner).completions(block);
    if (ways.size === 1 && ways.has('raise')) return true;
  }
  return false;
}

/** Whether the error itself is put where somebody else finds it: `errors.append(error)`, `future.set_exception(error)`. */
function isKept(handler: SyntaxNode<'except_clause'>, block: SyntaxNode): boolean {
  const name = nameOfCaught(handler);
  for (const node of descendants(block)) {
    const call = node.is('identifier') && node.text === name && node.parent?.is('argument_list') === true ? node.parent.parent : undefined;
    const callee = call?.is('call') === true ? call.field('function') : undefined;
    if (callee?.is('attribute') === true && keepers.has(callee.field('attribute').text)) return true;
  }
  return false;
}

const keepers = new Set(['add', 'append', 'put', 'put_nowait', 'set_exception']);

function nameOfCaught(handler: SyntaxNode<'except_clause'>): string | undefined {
  const [pattern] = handler.children;
  return pattern?.is('as_pattern') === true ? pattern.field('alias')?.text : undefined;
}

/** Whether the handler of all exceptions passes the one it caught on: to a future, a queue, a list, its caller. */
function isForwarded(handler: SyntaxNode<'except_clause'>, block: SyntaxNode, view: FileView): boolean {
  const name = nameOfCaught(handler);
  for (const node of descendants(block)) {
    const isCaught = node.is('identifier') && node.text === name;
    const isAsked = node.is('call') && askingForCaught.has(view.nameOf(node.field('function')) ?? '');
    if ((isCaught || isAsked) && !isLogged(node)) return true;
  }
  return false;
}

const askingForCaught = new Set(['sys.exc_info', 'sys.exception']);

function isLogged(use: SyntaxNode): boolean {
  for (let node: SyntaxNode | undefined = use; node !== undefined && !node.is('block'); node = node.parent) {
    if (
      node.is('call') &&
      /(^|\.)(debug|info|warning|warn|error|exception|critical|log|print|print_exc|format_exception|print_exception)$/.test(
        node.field('function').text,
      )
    )
      return true;
  }
  return false;
}

function headerOf(handler: SyntaxNode<'except_clause'>): { readonly start: number; readonly end: number } {
  const caught = handler.children.filter((child) => !child.is('block')).at(-1);
  return { start: handler.start, end: caught?.end ?? handler.start + 'except'.length };
}

function clauseOf(handler: SyntaxNode<'except_clause'>): string {
  const { start, end } = headerOf(handler);
  return handler.text
    .slice(0, end - start)
    .replace(/\s+/g, ' ')
    .slice(0, 60);
}

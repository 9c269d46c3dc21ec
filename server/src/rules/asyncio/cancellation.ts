/** What rules on cancellation share: which handlers catch it, and when catching it is accepted. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants } from '../../syntax/query';

/** `everything`: a bare `except` or `except BaseException`; `several`: a tuple with more than cancellation in it. */
export type Catches = 'cancellation' | 'several' | 'everything';

type Owner = SyntaxNode<'function_definition'>;

/** The first handler that cancellation reaches, with what else it catches; none when an earlier one took it. */
export function handlersOf(statement: SyntaxNode<'try_statement'>, view: FileView): readonly { readonly handler: SyntaxNode<'except_clause'>; readonly catches: Catches }[] {
  for (const handler of statement.children) {
    if (!handler.is('except_clause')) continue;
    const catches = caughtBy(handler, view);
    if (catches !== undefined) return [{ handler, catches }];
  }
  return [];
}

function caughtBy(handler: SyntaxNode<'except_clause'>, view: FileView): Catches | undefined {
  const [first] = handler.children;
  if (first === undefined || first.is('block')) return 'everything';
  const caught = first.is('as_pattern') ? first.children[0] : first;
  if (caught?.is('tuple') === true) {
    const members = caught.children.map((member) => errorKind(member, view));
    if (members.includes('everything')) return 'everything';
    return members.includes('cancellation') ? (members.length === 1 ? 'cancellation' : 'several') : undefined;
  }
  return errorKind(caught, view);
}

function errorKind(expression: SyntaxNode | undefined, view: FileView): 'cancellation' | 'everything' | undefined {
  const name = view.nameOf(expression);
  if (name === 'builtins.BaseException') return 'everything';
  return name === 'asyncio.CancelledError' || name === 'asyncio.exceptions.CancelledError' ? 'cancellation' : undefined;
}

/** The error that `contextlib.suppress` in a `with` swallows cancellation by. */
export function suppressed(item: SyntaxNode<'with_item'>, view: FileView): string | undefined {
  const value = item.field('value');
  if (!value.is('call') || view.nameOf(value.field('function')) !== 'contextlib.suppress') return undefined;
  return value.field('arguments').children.find((argument) => errorKind(argument, view) !== undefined)?.text;
}

/** Every place in the block where the function itself may be suspended, and so cancelled. */
export function awaitsIn(block: SyntaxNode): readonly SyntaxNode[] {
  return [...descendants(block, { into: (node) => !node.is('function_definition', 'lambda', 'class_definition') })].filter(
    (node) => node.is('await') || (node.is('for_statement', 'with_statement', 'for_in_clause') && node.hasToken('async')),
  );
}

/**
 * Whether the function itself cancels something before the statement ends, or asks about cancellation in it: then the error
 * that it catches is, as far as can be told, the one that it caused. Waiting for a task after cancelling it is the accepted way.
 */
export function isCancellerOfIts(statement: SyntaxNode, owner: Owner): boolean {
  for (const node of descendants(owner.field('body'), {})) {
    if (node.start >= statement.end) return false;
    if (!node.is('call')) continue;
    const callee = node.field('function');
    const name = callee.is('attribute') ? callee.field('attribute').text : callee.text;
    if (/cancel/i.test(name) || (node.start >= statement.start && name === 'done')) return true;
  }
  return false;
}

/**
 * Whether the function ends after catching, in a way that is accepted: it is the body of a task or of a request, it is a
 * worker's loop, or what it waited for is a task of its own, whose cancellation it may well want to see.
 */
export function isAcceptedEnd(statement: SyntaxNode, handler: SyntaxNode | undefined, awaits: readonly SyntaxNode[], owner: Owner, view: FileView): boolean {
  if (awaits.every((node) => awaitsTask(node))) return true;
  if (goesOn(statement, handler, owner, view)) return false;
  return isTaskBody(owner, view) || awaits.some((node) => isInLoop(node, statement));
}

/** `await self._task`: the awaited object is a task or future, not a call. */
function awaitsTask(node: SyntaxNode): boolean {
  const [awaited] = node.is('await') ? node.children : [];
  if (awaited?.is('identifier', 'attribute', 'subscript') === true) return true;
  if (awaited?.is('call') !== true) return false;
  const name = awaited.field('function').text;
  const [first] = awaited.field('arguments').children;
  return /(^|\.)(wait_for|shield|gather|wait)$/.test(name) && first?.is('identifier', 'attribute', 'list_splat', 'subscript') === true;
}

/** Whether the function is suspended again after it has caught the error. */
function goesOn(statement: SyntaxNode, handler: SyntaxNode | undefined, owner: Owner, view: FileView): boolean {
  const flow = view.flow(owner);
  const later = awaitsIn(owner.field('body'));
  const from = lastStatement(handler) ?? statement;
  if (handler === undefined) return later.some((node) => node.start >= statement.end && flow.canReach(statement, node)) || isInLoop(statement, owner);
  const completions = flow.completions(handler.children.find((child) => child.is('block')) ?? handler);
  if (completions.size === 1 && completions.has('return')) return false;
  return later.some((node) => flow.canReach(from, node));
}

function lastStatement(handler: SyntaxNode | undefined): SyntaxNode | undefined {
  return handler?.children.find((child) => child.is('block'))?.children.at(-1);
}

function isInLoop(node: SyntaxNode, inside: SyntaxNode): boolean {
  for (const ancestor of ancestors(node)) {
    if (ancestor.id === inside.id) return false;
    if (ancestor.is('while_statement', 'for_statement')) return true;
  }
  return false;
}

const taskMakers = /(^|\.)(create_task|ensure_future|run|start_soon|run_until_complete|run_coroutine_threadsafe|create_background_task|async_create_task|Task)$/;

/** Whether nothing of ours waits for the function's result: it is given to a task, run as a program, or called by a framework. */
function isTaskBody(owner: Owner, view: FileView): boolean {
  if (view.roleOf(owner) !== undefined || owner.field('name').text === 'main') return true;
  const name = owner.field('name').text;
  return [...descendants(view.tree.root, {})].some((node) => {
    if (!node.is('call')) return false;
    const callee = node.field('function');
    const last = callee.is('attribute') ? callee.field('attribute').text : callee.text;
    if (last !== name) return false;
    const maker = node.parent?.parent;
    return maker?.is('call') === true && taskMakers.test(maker.field('function').text);
  });
}

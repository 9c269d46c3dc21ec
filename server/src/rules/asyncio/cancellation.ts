/** What rules on cancellation share: which handlers catch it, and when catching it is accepted. */
import type { Catalogue } from '../../catalogue/schema';
import type { CheckContext } from '../../engine/rule';
import { isTestFile } from '../../engine/testFiles';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants, enclosingFunction, isWithin } from '../../syntax/query';
import { isCallback, isCallbackOfLibrary } from './callbacks';
import { enteredBy, itemsOf } from './taskGroups';

/** `everything`: a bare `except` or `except BaseException`; `several`: a tuple with more than cancellation in it. */
export type Catches = 'cancellation' | 'several' | 'everything';

/** A handler that cancellation reaches. */
interface Caught {
  readonly handler: SyntaxNode<'except_clause'>;
  readonly catches: Catches;
}

type Owner = SyntaxNode<'function_definition'>;

/** The first handler that cancellation reaches, with what else it catches; none when an earlier one took it. */
export function handlersOf(statement: SyntaxNode<'try_statement'>, view: FileView): readonly Caught[] {
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
  // `except A, B:` needs no parentheses since Python 3.14.
  const several = first.is('as_pattern') ? [caught] : handler.children.filter((child) => !child.is('block'));
  const members = several
    .flatMap((member) => (member === undefined ? [] : listedIn(member, view)))
    .flatMap((member) => errorKinds(member, view));
  if (members.includes('everything')) return 'everything';
  return members.includes('cancellation') ? (members.length === 1 ? 'cancellation' : 'several') : undefined;
}

/** What a list of exceptions names: a tuple, two that are joined, or a name that the file gives to one. */
function listedIn(expression: SyntaxNode, view: FileView, depth = 3): readonly SyntaxNode[] {
  if (depth === 0) return [expression];
  if (expression.is('tuple')) return expression.children.flatMap((member) => listedIn(member, view, depth));
  if (expression.is('parenthesized_expression', 'list_splat')) return expression.children.flatMap((part) => listedIn(part, view, depth));
  if (expression.is('binary_operator'))
    return [expression.field('left'), expression.field('right')].flatMap((side) => listedIn(side, view, depth));
  const [declaration, ...others] = expression.is('identifier') ? (view.bindingOf(expression)?.declarations ?? []) : [];
  const value = others.length === 0 && declaration?.kind === 'assignment' ? declaration.value : undefined;
  return value?.is('tuple', 'binary_operator') === true ? listedIn(value, view, depth - 1) : [expression];
}

const cancellationErrors = new Set([
  'asyncio.CancelledError',
  'asyncio.exceptions.CancelledError',
  'asyncio.futures.CancelledError',
  'anyio.get_cancelled_exc_class',
  'trio.Cancelled',
]);

type ErrorKind = 'cancellation' | 'everything' | undefined;

/** What an expression catches that names a class, or a tuple of them that another file has. */
function errorKinds(expression: SyntaxNode, view: FileView): readonly ErrorKind[] {
  const kind = errorKind(expression, view);
  if (kind !== undefined || !expression.is('identifier', 'attribute')) return [kind];
  const listed = view.classesIn(expression).map((name) => kindOfName(name, view));
  return listed.length === 0 ? [kind] : listed;
}

function errorKind(expression: SyntaxNode | undefined, view: FileView): ErrorKind {
  const name = view.nameOf(expression?.is('call') === true ? expression.field('function') : expression) ?? nameOfMade(expression, view);
  return kindOfName(name, view);
}

function kindOfName(name: string | undefined, view: FileView): ErrorKind {
  if (name === 'builtins.BaseException' || (name === 'builtins.Exception' && isAnException(view))) return 'everything';
  if (name === undefined) return undefined;
  return cancellationErrors.has(name) || (errorsOfFutures.has(name) && isAnException(view)) ? 'cancellation' : undefined;
}

/** `except anyio.get_cancelled_exc_class():` is how anyio's code names the error of its loop, mostly by a variable of its own. */
function nameOfMade(expression: SyntaxNode | undefined, view: FileView): string | undefined {
  const [declaration, ...others] = expression?.is('identifier') === true ? (view.bindingOf(expression)?.declarations ?? []) : [];
  const value = others.length === 0 ? declaration?.value : undefined;
  return value?.is('call') === true ? view.nameOf(value.field('function')) : undefined;
}

/** Before Python 3.8, CancelledError was an Exception, and one class for asyncio and for the futures of threads. */
function isAnException({ target }: FileView): boolean {
  return target.python.major === 3 && target.python.minor < 8;
}

const errorsOfFutures = new Set(['concurrent.futures.CancelledError', 'concurrent.futures._base.CancelledError']);

/** The error that `contextlib.suppress` in a `with` swallows cancellation by. */
export function suppressed(item: SyntaxNode<'with_item'>, view: FileView): string | undefined {
  const value = item.field('value');
  if (!value.is('call') || view.nameOf(value.field('function')) !== 'contextlib.suppress') return undefined;
  const caught = value.field('arguments').children;
  return caught.find((argument) => listedIn(argument, view).some((member) => errorKinds(member, view).some((kind) => kind !== undefined)))
    ?.text;
}

/** Every place in the block where the function itself may be suspended, and so cancelled. */
export function awaitsIn(block: SyntaxNode): readonly SyntaxNode[] {
  return [...ownDescendants(block)].filter(
    (node) => node.is('await') || (node.is('for_statement', 'with_statement', 'for_in_clause') && node.hasToken('async')),
  );
}

/** What belongs to the function itself and not to one inside of it. */
function ownDescendants(block: SyntaxNode): Iterable<SyntaxNode> {
  return descendants(block, { into: (node) => !node.is('function_definition', 'lambda', 'class_definition') });
}

/**
 * Whether the function itself cancels something before it catches, or asks about cancellation where it catches: then the error
 * is, as far as can be told, the one that it caused. Waiting for a task after cancelling it is the accepted way.
 */
export function isCancellerOfIts(statement: SyntaxNode, owner: Owner): boolean {
  const caughtFrom = statement.children.find((child) => child.is('except_clause'))?.start ?? statement.end;
  for (const node of descendants(owner.field('body'))) {
    if (node.start >= statement.end) return false;
    if (!node.is('call')) continue;
    const name = lastName(node.field('function'));
    if (node.start < caughtFrom ? isCancelling(name) : asksAboutCancellation.test(name)) return true;
  }
  return false;
}

/** `cancel`, `uncancel`, `_cancel_tasks`; not `cancelled`, which cancels nothing. */
function isCancelling(name: string): boolean {
  return /(^|_)(un)?cancel(_|$)/i.test(name);
}

const asksAboutCancellation = /^(done|uncancel|cancelling|(is_|was_)?cancel+ed)$/;

/**
 * Whether the function ends after catching, in a way that is accepted: it is the body of a task or of a request, it is a
 * worker's loop, or what it waited for is a task of its own, whose cancellation it may well want to see.
 */
export function isAcceptedEnd(
  statement: SyntaxNode,
  handler: SyntaxNode | undefined,
  awaits: readonly SyntaxNode[],
  owner: Owner,
  { view, catalogue }: Pick<CheckContext, 'view' | 'catalogue'>,
): boolean {
  if (awaits.every((node) => awaitsTask(node))) return true;
  if (isUnderLimit(statement, owner, view, catalogue)) return false;
  if (goesOn(statement, handler, owner, view)) return false;
  return isTaskBody(owner, view) || isWorkersLoop(statement, handler, awaits, owner, view);
}

/**
 * How sure it is that a handler which swallows cancellation does harm: none where the end is accepted. It is only likely where an
 * accepted end hangs on what stands further down, and where the handler is the last thing that a callback does.
 */
export function harmOf(
  statement: SyntaxNode,
  { handler, catches }: Caught,
  awaits: readonly SyntaxNode[],
  owner: Owner,
  context: Pick<CheckContext, 'view' | 'catalogue'>,
): 'sure' | 'likely' | undefined {
  if (isAcceptedEnd(statement, handler, awaits, owner, context))
    return leavesLoopUnsaid(statement, handler, awaits, owner, context.view) ? 'likely' : undefined;
  // A test that names cancellation expects it of what it plays: `queue.get.side_effect = [event, asyncio.CancelledError]`.
  if (catches !== 'everything' && isTestFile(context.view)) return 'likely';
  if (awaitsIn(blockOf(handler)).length > 0 || goesOn(statement, handler, owner, context.view)) return 'sure';
  if (isUnderLimit(statement, owner, context.view, context.catalogue)) return 'sure';
  // Who names the cancellation has thought of it; who catches everything has not, but does no harm where a library calls.
  const isLast = catches === 'everything' ? isCallbackOfLibrary(owner, context.view) : isCallback(owner, context.view);
  return isLast ? 'likely' : 'sure';
}

/**
 * Whether a handler in an endless loop says nothing of its end, which then hangs on what stands behind the statement:
 * `while True: try: … except CancelledError: pass`, and a `break` in the end.
 */
function leavesLoopUnsaid(
  statement: SyntaxNode,
  handler: SyntaxNode,
  awaits: readonly SyntaxNode[],
  owner: Owner,
  view: FileView,
): boolean {
  const ways = view.flow(owner).completions(blockOf(handler));
  return isUnbounded(enclosingLoop(statement, owner)) && isOnly(ways, 'next') && !awaits.every((node) => awaitsTask(node));
}

/** Whether the cancellation may be that of a limit around, which never comes to know that the time was up. */
function isUnderLimit(statement: SyntaxNode, owner: Owner, view: FileView, catalogue: Catalogue): boolean {
  for (const outer of ancestors(statement)) {
    if (outer.id === owner.id) return false;
    if (!outer.is('with_statement')) continue;
    const calls = itemsOf(outer).flatMap((item) => enteredBy(item).value ?? []);
    if (calls.some((value) => value.is('call') && catalogue.lookup(view.nameOf(value.field('function')))?.endsWaitOf === 'block'))
      return true;
  }
  return false;
}

/** `await self._task`: the awaited object is a task or future, not a call. */
function awaitsTask(node: SyntaxNode): boolean {
  const [awaited] = node.is('await') ? node.children : [];
  if (awaited?.is('identifier', 'attribute', 'subscript') === true) return true;
  return awaited?.is('call') === true && waitsForTasks(awaited);
}

/** `gather(*tasks)`, `wait([self._task])`, `wait_for(shield(future), 5)`: what is waited for has been started elsewhere. */
function waitsForTasks(call: SyntaxNode<'call'>): boolean {
  const [first] = call.field('arguments').children;
  if (first === undefined || !/^(wait_for|shield|gather|wait)$/.test(lastName(call.field('function')))) return false;
  if (first.is('call')) return waitsForTasks(first);
  const members = first.is('list', 'tuple', 'set') ? first.children : [first];
  return members.length > 0 && members.every((member) => member.is('identifier', 'attribute', 'list_splat', 'subscript'));
}

/** Whether the function is suspended again after it has caught the error, other than to clean up in the handler or a `finally`. */
function goesOn(statement: SyntaxNode, handler: SyntaxNode | undefined, owner: Owner, view: FileView): boolean {
  const flow = view.flow(owner);
  const later = awaitsIn(owner.field('body')).filter((node) => !isCleanUp(node, statement, handler));
  if (handler === undefined)
    return isInLoop(statement, owner) || later.some((node) => node.start >= statement.end && flow.canReach(statement, node));
  const block = blockOf(handler);
  const ways = flow.completions(block);
  if (isOnly(ways, 'return')) return false;
  const loop = isOnly(ways, 'break') ? enclosingLoop(statement, owner) : undefined;
  if (loop !== undefined) return isInLoop(loop, owner) || later.some((node) => node.start >= loop.end && flow.canReach(loop, node));
  return later.some((node) => flow.canReach(block.children.at(-1) ?? statement, node));
}

function isOnly(ways: ReadonlySet<string>, way: string): boolean {
  return ways.size === 1 && ways.has(way);
}

/** Whether the node is in the handler, or in the `finally` of a `try` that holds the statement. */
function isCleanUp(node: SyntaxNode, statement: SyntaxNode, handler: SyntaxNode | undefined): boolean {
  if (handler !== undefined && isWithin(node, handler)) return true;
  for (const outer of ancestors(node))
    if (outer.is('finally_clause') && outer.parent !== undefined && isWithin(statement, outer.parent)) return true;
  return false;
}

function blockOf(handler: SyntaxNode): SyntaxNode {
  return handler.children.find((child) => child.is('block')) ?? handler;
}

type Loop = SyntaxNode<'while_statement' | 'for_statement'>;

function enclosingLoop(node: SyntaxNode, inside: SyntaxNode): Loop | undefined {
  for (const ancestor of ancestors(node)) {
    if (ancestor.id === inside.id) return undefined;
    if (ancestor.is('while_statement', 'for_statement')) return ancestor;
  }
  return undefined;
}

function isInLoop(node: SyntaxNode, inside: SyntaxNode): boolean {
  return enclosingLoop(node, inside) !== undefined;
}

/**
 * A loop without a fixed end and without a result, as workers have; the handler is outside of it or leaves it. A value that is given
 * after the handler is one that somebody waits for.
 */
function isWorkersLoop(
  statement: SyntaxNode,
  handler: SyntaxNode | undefined,
  awaits: readonly SyntaxNode[],
  owner: Owner,
  view: FileView,
): boolean {
  const inner = awaits.map((node) => (node.is('for_statement') ? node : enclosingLoop(node, statement)));
  if (inner.some((loop) => isUnbounded(loop))) return !givesValue(statement) && !givesValueLater(statement, handler, owner, view);
  const loop = handler === undefined ? undefined : enclosingLoop(statement, owner);
  if (loop === undefined || handler === undefined || !isUnbounded(loop) || givesValue(loop)) return false;
  return [...view.flow(owner).completions(blockOf(handler))].every((way) => way === 'break' || way === 'return');
}

/** Whether the function goes on, when it has caught the error, to return what the statement has gathered until then. */
function givesValueLater(statement: SyntaxNode, handler: SyntaxNode | undefined, owner: Owner, view: FileView): boolean {
  if (handler !== undefined && !view.flow(owner).completions(blockOf(handler)).has('next')) return false;
  const gathered = new Set([...ownDescendants(statement)].flatMap(gatheredIn));
  return [...ownDescendants(owner.field('body'))].some(
    (node) => node.start >= statement.end && isValued(node) && gathered.has(node.children[0]?.text ?? ''),
  );
}

/** `rows.append(row)`, `rows[key] = row`, `total += row`. */
function gatheredIn(node: SyntaxNode): readonly string[] {
  if (node.is('augmented_assignment')) return [node.field('left').text];
  if (node.is('assignment') && node.field('left').is('subscript')) return [node.field('left').children[0]?.text ?? ''];
  const callee = node.is('call') ? node.field('function') : undefined;
  const isAdding = callee?.is('attribute') === true && /^(add|append|extend|update)$/.test(callee.field('attribute').text);
  return isAdding ? [callee.field('object').text] : [];
}

function isUnbounded(loop: Loop | undefined): boolean {
  return loop !== undefined && (loop.is('while_statement') || loop.hasToken('async'));
}

function givesValue(statement: SyntaxNode): boolean {
  return [...ownDescendants(statement)].some(isValued);
}

function isValued(node: SyntaxNode): boolean {
  return node.is('return_statement') && node.children[0]?.is('none') === false;
}

const taskMakers =
  /(task|^ensure_future|^run|^start_soon|^start_task_soon|^run_until_complete|^run_coroutine_threadsafe|^spawn|^Task|^start_(unix_)?server)$/;

/** Whether nothing of ours waits for the function's result: it is given to a task, run as a program, or called by a framework. */
function isTaskBody(owner: Owner, view: FileView): boolean {
  const name = owner.field('name').text;
  if (view.roleOf(owner) !== undefined || name === 'main') return true;
  for (const node of descendants(view.tree.root)) {
    if (!node.is('identifier', 'attribute') || lastName(node) !== name) continue;
    const call = node.parent?.is('call') === true ? node.parent : node;
    if (isGivenToMaker(call) || isStartedLater(call)) return true;
  }
  return false;
}

function isGivenToMaker(given: SyntaxNode): boolean {
  const maker = given.parent?.is('argument_list') === true ? given.parent.parent : undefined;
  return maker?.is('call') === true && taskMakers.test(lastName(maker.field('function')));
}

/** `coroutine = self.run(job)`, and further down `create_task(coroutine)`. */
function isStartedLater(call: SyntaxNode): boolean {
  const left = call.parent?.is('assignment') === true ? call.parent.field('left') : undefined;
  const around = left?.is('identifier') === true ? enclosingFunction(call) : undefined;
  if (left === undefined || around === undefined) return false;
  return [...ownDescendants(around.field('body'))].some(
    (node) => node.is('identifier') && node.start > call.end && node.text === left.text && isGivenToMaker(node),
  );
}

function lastName(callee: SyntaxNode): string {
  return callee.is('attribute') ? callee.field('attribute').text : callee.text;
}

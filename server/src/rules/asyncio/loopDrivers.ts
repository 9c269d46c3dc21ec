/** Calls that drive an event loop of their own, and whether that can work where they stand. */
import type { NamedApi } from '../../catalogue/schema';
import type { CheckContext, FixContext } from '../../engine/rule';
import { isFollowedByTighter } from '../../engine/awaitEdits';
import type { TextEdit } from '../../engine/finding';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { namesOf } from './calledFunctions';
import {
  ancestors,
  callArguments,
  descendants,
  enclosing,
  enclosingFunction,
  isAsync,
  isWithin,
  unparenthesised,
} from '../../syntax/query';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Definition = SyntaxNode<'function_definition'>;

/** Whether a call of it drives an event loop until something is done. */
export function drivesLoop(api: NamedApi | undefined): api is NamedApi {
  return api?.blocks === 'event-loop';
}

/** The facts on `async_to_sync(f)(x)`: what is called has a type, of which the catalogue knows, and no name. */
export function wrappedDriver(call: SyntaxNode<'call'>, { view, catalogue }: Asked): NamedApi | undefined {
  // Only asgiref has such objects, and the types of all that is called are not for nothing.
  if (!view.imports('asgiref')) return undefined;
  const callee = call.field('function');
  const type = catalogue.lookup(view.nameOf(callee)) === undefined ? view.typeOf(callee)?.type : undefined;
  const api = type === undefined ? undefined : catalogue.lookup(`${type}.__call__`);
  return drivesLoop(api) ? api : undefined;
}

/**
 * An async function of the same file that calls a plain function or a method of its own, perhaps by way of another plain one,
 * and so on the thread of its event loop.
 */
export interface AsyncCaller {
  readonly call: SyntaxNode<'call'>;
  readonly name: string;
}

export function asyncCallerOf(definition: Definition, asked: Asked, depth = 1): AsyncCaller | undefined {
  const { view } = asked;
  for (const reference of namesOf(definition, view)) {
    const call = reference.parent;
    const caller = call?.is('call') === true && call.field('function').id === reference.id ? enclosingFunction(call) : undefined;
    if (call?.is('call') !== true || caller === undefined) continue;
    const where = view.runsOn(call);
    if (where === 'event-loop') return { call, name: caller.field('name').text };
    if (where !== 'caller' || depth === 0 || isDeferred(call) || asksForLoop(caller, asked) || expectsFailure(call, asked)) continue;
    const further = asyncCallerOf(caller, asked, depth - 1);
    if (further !== undefined) return further;
  }
  return undefined;
}

/** Whether the call belongs to a lambda, which somebody else calls, or to a class. */
export function isDeferred(call: SyntaxNode): boolean {
  return enclosing(call, 'function_definition', 'lambda', 'class_definition')?.is('function_definition') !== true;
}

/** Whether the function asks if a loop runs, and so has an answer for both. */
export function asksForLoop(definition: Definition, { view, catalogue }: Asked): boolean {
  for (const node of descendants(definition.field('body'))) {
    if (!node.is('call')) continue;
    const callee = node.field('function');
    // Of an object of unknown type, the name has to do.
    if (callee.is('attribute') && callee.field('attribute').text === 'is_running') return true;
    // An async function that gets its loop does not ask.
    if (!isAsync(definition) && catalogue.lookup(view.nameOf(callee))?.asksForLoop === true) return true;
  }
  return false;
}

/** Whether the code expects the failure: `with pytest.raises(RuntimeError)`, `try: … except RuntimeError`. */
export function expectsFailure(call: SyntaxNode<'call'>, { view }: Asked): boolean {
  for (const outer of ancestors(call)) {
    if (outer.is('function_definition')) return false;
    if (outer.is('with_statement') && outer.children.some((clause) => clause.is('with_clause') && raises(clause))) return true;
    if (outer.is('try_statement') && outer.children.some((clause) => clause.is('except_clause') && catchesRuntimeError(clause, view)))
      return true;
  }
  return false;
}

const expecters: ReadonlySet<string> = new Set(['raises', 'assertRaises', 'assertRaisesRegex', 'RaisesGroup']);

function raises(clause: SyntaxNode): boolean {
  return [...descendants(clause)].some((node) => {
    const callee = node.is('call') ? node.field('function') : undefined;
    return expecters.has(callee?.is('attribute') === true ? callee.field('attribute').text : (callee?.text ?? ''));
  });
}

function catchesRuntimeError(clause: SyntaxNode, view: FileView): boolean {
  return [clause, ...descendants(clause, { into: (node) => !node.is('block') })].some(
    (node) => node.is('identifier') && view.nameOf(node) === 'builtins.RuntimeError',
  );
}

/** `await load(x)` for `asyncio.run(load(x))`, `anyio.run(load, x)` and `async_to_sync(load)(x)`. */
export function awaitedInstead(call: SyntaxNode<'call'>, context: FixContext): readonly TextEdit[] | undefined {
  const { edit, view, catalogue } = context;
  const api = catalogue.lookup(view.nameOf(call.field('function'))) ?? wrappedDriver(call, context);
  const awaitable = drivesLoop(api) ? awaitableOf(call, api.drives) : undefined;
  const isAwaited = call.parent?.is('await') === true;
  if (awaitable === undefined || !(isAwaited || edit.canAwait(call)) || losesComment(call, awaitable, view)) return undefined;
  const text = isAwaited ? awaitable : `await ${awaitable}`;
  return [edit.replace(call, !isAwaited && isFollowedByTighter(call) ? `(${text})` : text)];
}

/** The text of what is to be awaited; undefined where an argument says how to run it, or it cannot be seen. */
function awaitableOf(call: SyntaxNode<'call'>, drives: NamedApi['drives']): string | undefined {
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  const [first, ...rest] = positional;
  if (drives === 'wrapped') {
    const wrapper = unparenthesised(call.field('function'));
    const [inner] = wrapper.is('call') && wrapper.field('arguments').children.length === 1 ? callArguments(wrapper).positional : [];
    return inner?.is('identifier', 'attribute') === true ? inner.text + call.field('arguments').text : undefined;
  }
  if (first === undefined || keywords.size > 0 || hasSplat || hasDoubleSplat) return undefined;
  if (drives === 'awaitable') return rest.length === 0 && first.is('call', 'identifier', 'attribute') ? first.text : undefined;
  if (drives !== 'function' || !first.is('identifier', 'attribute')) return undefined;
  return `${first.text}(${rest.map(({ text }) => text).join(', ')})`;
}

/** Whether a comment would go with what is left out. */
function losesComment(call: SyntaxNode, text: string, { tree }: FileView): boolean {
  return tree.comments.some((comment) => isWithin(comment, call) && !text.includes(comment.text));
}

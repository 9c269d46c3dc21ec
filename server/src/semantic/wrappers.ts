/**
 * Functions that put another function in the place of the one they are given, as decorators do.
 *
 * Invariant: a wrapper is known by what it takes and passes on, and by being returned; what it is called does not count.
 */
import type { SyntaxNode } from '../syntax/node';
import { bodyStatements, descendants, enclosing, enclosingFunction, isAsync, parametersOf } from '../syntax/query';
import type { Binding } from './scopes';

type Definition = SyntaxNode<'function_definition'>;

/** Who knows what the names of the file stand for. */
interface Names {
  bindingOf(name: SyntaxNode<'identifier'>): Binding | undefined;
}

/** A function that a decorator gives back in place of the one that it was given. */
export interface Wrapper {
  readonly definition: Definition;
  /** The function that returns it. */
  readonly decorator: Definition;
  /** The parameter of the decorator that holds the wrapped function. */
  readonly wrapped: SyntaxNode<'identifier'>;
  /** The calls of the wrapped function with what the wrapper was given. */
  readonly calls: readonly SyntaxNode<'call'>[];
}

/** The wrapper that a definition is: it takes anything, passes it on to a parameter of the function around it, and is returned by that. */
export function wrapperOf(definition: Definition, names: Names): Wrapper | undefined {
  const statement = definition.parent?.is('decorated_definition') === true ? definition.parent : definition;
  const decorator = statement.parent?.parent;
  if (decorator?.is('function_definition') !== true) return undefined;
  const kinds = parametersOf(definition).map(({ kind }) => kind);
  if (!kinds.includes('var-positional') || !kinds.includes('var-keyword')) return undefined;
  const given = parametersOf(decorator).map(({ name }) => name);
  // The function comes alone, or after the object that the decorator is a method of.
  const wrapped = given.length > 1 && /^(self|cls|_self)$/.test(given[0]?.text ?? '') ? given[1] : given[0];
  if (wrapped === undefined) return undefined;
  const calls = (names.bindingOf(wrapped)?.references ?? []).flatMap((use) => {
    const call = use.parent?.is('call') === true && use.parent.field('function').id === use.id ? use.parent : undefined;
    return call !== undefined && enclosingFunction(call)?.id === definition.id && passesOn(call) ? [call] : [];
  });
  return calls.length > 0 && isReturned(definition, decorator, names) ? { definition, decorator, wrapped, calls } : undefined;
}

/** The functions that stand in the body of another. */
export function functionsIn(definition: Definition): readonly Definition[] {
  return bodyStatements(definition.field('body')).flatMap((statement) => {
    const inner = statement.is('decorated_definition') ? statement.field('definition') : statement;
    return inner.is('function_definition') ? [inner] : [];
  });
}

function passesOn(call: SyntaxNode<'call'>): boolean {
  const passed = call.field('arguments').children;
  return passed.some((argument) => argument.is('list_splat')) && passed.some((argument) => argument.is('dictionary_splat'));
}

export function isReturned(definition: Definition, decorator: Definition, names: Names): boolean {
  return usesOf(definition, names).some(
    (use) => use.parent?.is('return_statement') === true && enclosingFunction(use)?.id === decorator.id,
  );
}

/** The places that name the function. */
export function usesOf(definition: Definition, names: Names): readonly SyntaxNode<'identifier'>[] {
  return names.bindingOf(definition.field('name'))?.references ?? [];
}

/** Whether the decorator asks what kind of function it has, and so has a way for each. */
export function asksForKind(decorator: Definition): boolean {
  const outermost = enclosingFunction(decorator) ?? decorator;
  return [...descendants(outermost)].some((node) => node.is('identifier') && askers.has(node.text));
}

const askers: ReadonlySet<string> = new Set([
  'iscoroutinefunction',
  'iscoroutine',
  'isawaitable',
  'isasyncgenfunction',
  'is_coroutine_callable',
  'is_async_callable',
  'ensure_future',
  'markcoroutinefunction',
  '_is_coroutine',
]);

/** The `try` or `with` of the wrapper in whose body a call stands: what it is meant to cover. */
export function coverOf(call: SyntaxNode, wrapper: Definition): SyntaxNode<'try_statement' | 'with_statement'> | undefined {
  const cover = enclosing(call, 'try_statement', 'with_statement', 'function_definition', 'lambda');
  if (cover?.is('try_statement', 'with_statement') !== true || cover.id < wrapper.id) return undefined;
  const body = cover.field('body');
  return body.id <= call.id && call.id < body.endId ? cover : undefined;
}

/** What goes wrong where the wrapped function is of the other kind: its result is awaited in vain, or what stands around or after the call is over too early. */
export type Covered = 'awaited' | 'try' | 'with' | 'after';

/** What a call of the wrapped function would be if that were of the other kind. */
export function coveredAt(call: SyntaxNode<'call'>, wrapper: Definition, names: Names): Covered | undefined {
  if (isAsync(wrapper)) return call.parent?.is('await') === true ? 'awaited' : undefined;
  const cover = coverOf(call, wrapper);
  if (cover !== undefined) return cover.is('with_statement') ? 'with' : 'try';
  return goesOnAfter(call, names) ? 'after' : undefined;
}

/**
 * `result = function(…)`, then something else that is called, then `return result`: a time that is measured, or a line in a log. Who
 * does more with the result than return it may well run it.
 */
function goesOnAfter(call: SyntaxNode<'call'>, names: Names): boolean {
  const target = call.parent?.is('assignment') === true ? call.parent.field('left') : undefined;
  const statement = call.parent?.parent;
  const block = statement?.parent;
  if (target?.is('identifier') !== true || statement === undefined || block === undefined) return false;
  const uses = names.bindingOf(target)?.references ?? [];
  if (uses.length === 0 || !uses.every(({ parent }) => parent?.is('return_statement') === true)) return false;
  const later = bodyStatements(block).filter(({ start }) => start > statement.start);
  return later.some((one) => [one, ...descendants(one)].some((node) => node.is('call')));
}

/** What a function puts in the place of another, told to other files. */
export interface WrapFact {
  /** Set where it has to be called to give the decorator: `@timed("load")`. */
  readonly isCalled?: true;
  /** Set where a plain wrapper returns what the function gives as it is: of an async function, a coroutine that has not run. */
  readonly handsOut?: true;
  /** What the wrapper does that goes well with functions of its own kind only. */
  readonly covers?: Covered;
}

/** What the definition says of itself as a decorator, or as one that gives a decorator; undefined where it is neither, or has a way for each kind. */
export function wrapFact(definition: Definition, names: Names): WrapFact | undefined {
  const inner = functionsIn(definition);
  const [own, ...others] = inner.flatMap((one) => wrapperOf(one, names) ?? []);
  const isCalled = own === undefined;
  const [wrapper, ...more] = isCalled
    ? inner
        .filter((one) => isReturned(one, definition, names))
        .flatMap((one) => functionsIn(one).flatMap((each) => wrapperOf(each, names) ?? []))
    : [own, ...others];
  if (wrapper === undefined || more.length > 0 || asksForKind(wrapper.decorator)) return undefined;
  const covers = wrapper.calls.map((call) => coveredAt(call, wrapper.definition, names)).find((one) => one !== undefined);
  const handsOut = !isAsync(wrapper.definition) && wrapper.calls.every((call) => call.parent?.is('return_statement') === true);
  if (covers === undefined && !handsOut) return undefined;
  return {
    ...(isCalled ? { isCalled: true as const } : {}),
    ...(handsOut ? { handsOut: true as const } : {}),
    ...(covers === undefined ? {} : { covers }),
  };
}

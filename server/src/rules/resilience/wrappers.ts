/** Functions that put another function in the place of the one they are given, as decorators do. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { bodyStatements, descendants, enclosing, enclosingFunction, isAsync, parametersOf } from '../../syntax/query';
import { isGenerator } from './decorated';
import { definitionOf } from './retryPolicy';

type Definition = SyntaxNode<'function_definition'>;

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
export function wrapperOf(definition: Definition, view: FileView): Wrapper | undefined {
  const statement = definition.parent?.is('decorated_definition') === true ? definition.parent : definition;
  const decorator = statement.parent?.parent;
  if (decorator?.is('function_definition') !== true) return undefined;
  const kinds = parametersOf(definition).map(({ kind }) => kind);
  if (!kinds.includes('var-positional') || !kinds.includes('var-keyword')) return undefined;
  const given = parametersOf(decorator).map(({ name }) => name);
  // The function comes alone, or after the object that the decorator is a method of.
  const wrapped = given.length > 1 && /^(self|cls|_self)$/.test(given[0]?.text ?? '') ? given[1] : given[0];
  if (wrapped === undefined) return undefined;
  const calls = (view.bindingOf(wrapped)?.references ?? []).flatMap((use) => {
    const call = use.parent?.is('call') === true && use.parent.field('function').id === use.id ? use.parent : undefined;
    return call !== undefined && enclosingFunction(call)?.id === definition.id && passesOn(call) ? [call] : [];
  });
  return calls.length > 0 && isReturned(definition, decorator, view) ? { definition, decorator, wrapped, calls } : undefined;
}

/** What a decorator line puts in the place of the function below it, where the decorator is a function of the file. */
export function wrappersBy(line: SyntaxNode<'decorator'>, view: FileView): readonly Wrapper[] {
  const [expression] = line.children;
  const isCalled = expression?.is('call') === true;
  const own = definitionOf(isCalled ? expression.field('function') : expression, view);
  const decorators = own === undefined ? [] : isCalled ? functionsIn(own) : [own];
  return decorators.flatMap((decorator) => functionsIn(decorator).flatMap((inner) => wrapperOf(inner, view) ?? []));
}

/** The functions that stand in the body of another. */
function functionsIn(definition: Definition): readonly Definition[] {
  return bodyStatements(definition.field('body')).flatMap((statement) => {
    const inner = statement.is('decorated_definition') ? statement.field('definition') : statement;
    return inner.is('function_definition') ? [inner] : [];
  });
}

function passesOn(call: SyntaxNode<'call'>): boolean {
  const passed = call.field('arguments').children;
  return passed.some((argument) => argument.is('list_splat')) && passed.some((argument) => argument.is('dictionary_splat'));
}

function isReturned(definition: Definition, decorator: Definition, view: FileView): boolean {
  return usesOf(definition, view).some((use) => use.parent?.is('return_statement') === true && enclosingFunction(use)?.id === decorator.id);
}

/** The places that name the function. */
export function usesOf(definition: Definition, view: FileView): readonly SyntaxNode<'identifier'>[] {
  return view.bindingOf(definition.field('name'))?.references ?? [];
}

/** The functions of the file that the decorator is put on, with nothing between it and them. */
export function decoratedBy(decorator: Definition, view: FileView): readonly Definition[] {
  const factory = enclosingFunction(decorator);
  const named = factory !== undefined && isReturned(decorator, factory, view) ? factory : decorator;
  return usesOf(named, view).flatMap((use) => {
    const expression = named === decorator ? use : use.parent;
    const line = expression?.parent;
    if (line?.is('decorator') !== true || line.parent?.is('decorated_definition') !== true) return [];
    const definition = line.parent.field('definition');
    const last = line.parent.children.filter((child) => child.is('decorator')).at(-1);
    return definition.is('function_definition') && last?.id === line.id ? [definition] : [];
  });
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

/** A wrapper that is of the other kind than the function that it stands for. */
export interface Mismatch {
  readonly call: SyntaxNode<'call'>;
  readonly function: Definition;
  /** What does not come about: the result is awaited in vain, or what stands around or after the call is over too early. */
  readonly kind: 'awaited' | 'try' | 'with' | 'after';
}

/**
 * Where it goes wrong that one is async and the other is not: a plain wrapper only makes the coroutine, and what it has around the call
 * is over before that runs; an async wrapper awaits what a plain function returns, which fails unless that can be awaited.
 */
export function mismatchOf(wrapper: Wrapper, view: FileView): Mismatch | undefined {
  const { definition, decorator, calls } = wrapper;
  if (asksForKind(decorator)) return undefined;
  for (const call of calls) {
    const kind = mismatchAt(call, definition, view);
    if (kind === undefined) continue;
    const other = decoratedBy(decorator, view).find((decorated) => (kind === 'awaited' ? returnsPlain(decorated) : isAwaitable(decorated)));
    if (other !== undefined) return { call, function: other, kind };
  }
  return undefined;
}

/** What a call of the wrapped function would be if that were of the other kind. */
function mismatchAt(call: SyntaxNode<'call'>, wrapper: Definition, view: FileView): Mismatch['kind'] | undefined {
  if (isAsync(wrapper)) return call.parent?.is('await') === true ? 'awaited' : undefined;
  const cover = coverOf(call, wrapper);
  if (cover !== undefined) return cover.is('with_statement') ? 'with' : 'try';
  return goesOnAfter(call, view) ? 'after' : undefined;
}

/**
 * `result = function(…)`, then something else that is called, then `return result`: a time that is measured, or a line in a log. Who
 * does more with the result than return it may well run it.
 */
function goesOnAfter(call: SyntaxNode<'call'>, view: FileView): boolean {
  const target = call.parent?.is('assignment') === true ? call.parent.field('left') : undefined;
  const statement = call.parent?.parent;
  const block = statement?.parent;
  if (target?.is('identifier') !== true || statement === undefined || block === undefined) return false;
  const uses = view.bindingOf(target)?.references ?? [];
  if (uses.length === 0 || !uses.every(({ parent }) => parent?.is('return_statement') === true)) return false;
  const later = bodyStatements(block).filter(({ start }) => start > statement.start);
  return later.some((one) => [one, ...descendants(one)].some((node) => node.is('call')));
}

function isAwaitable(definition: Definition): boolean {
  return isAsync(definition) && !isGenerator(definition);
}

/** A plain function that gives no value, or one that is written there and cannot be awaited: all else may be something to await. */
function returnsPlain(definition: Definition): boolean {
  if (isAsync(definition) || isGenerator(definition)) return false;
  const own = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'class_definition', 'lambda') });
  return [...own].every((node) => !node.is('return_statement') || node.children[0]?.is(...plain) !== false);
}

const plain = ['none', 'true', 'false', 'integer', 'float', 'string', 'list', 'dictionary', 'set', 'tuple', 'list_comprehension'] as const;

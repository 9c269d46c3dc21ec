/** Functions that put another function in the place of the one they are given, as decorators do. */
import type { FileView } from '../../project/view';
import { asksForKind, coveredAt, functionsIn, isReturned, usesOf, wrapperOf } from '../../engine/wrappers';
import type { Covered, Wrapper } from '../../engine/wrappers';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosingFunction, isAsync } from '../../syntax/query';
import { isGenerator } from './decorated';
import { definitionOf } from './retryPolicy';

type Definition = SyntaxNode<'function_definition'>;

/** What a decorator line puts in the place of the function below it, where the decorator is a function of the file. */
export function wrappersBy(line: SyntaxNode<'decorator'>, view: FileView): readonly Wrapper[] {
  const [expression] = line.children;
  const isCalled = expression?.is('call') === true;
  const own = definitionOf(isCalled ? expression.field('function') : expression, view);
  const decorators = own === undefined ? [] : isCalled ? functionsIn(own) : [own];
  return decorators.flatMap((decorator) => functionsIn(decorator).flatMap((inner) => wrapperOf(inner, view) ?? []));
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

/** A wrapper that is of the other kind than the function that it stands for. */
export interface Mismatch {
  readonly call: SyntaxNode<'call'>;
  readonly function: Definition;
  readonly kind: Covered;
}

/**
 * Where it goes wrong that one is async and the other is not: a plain wrapper only makes the coroutine, and what it has around the call
 * is over before that runs; an async wrapper awaits what a plain function returns, which fails unless that can be awaited.
 */
export function mismatchOf(wrapper: Wrapper, view: FileView): Mismatch | undefined {
  const { definition, decorator, calls } = wrapper;
  if (asksForKind(decorator)) return undefined;
  for (const call of calls) {
    const kind = coveredAt(call, definition, view);
    if (kind === undefined) continue;
    const other = decoratedBy(decorator, view).find((decorated) => isOfOtherKind(decorated, kind));
    if (other !== undefined) return { call, function: other, kind };
  }
  return undefined;
}

/** Whether a wrapper that does this does not suit the function. */
export function isOfOtherKind(decorated: Definition, covers: Covered): boolean {
  return covers === 'awaited' ? returnsPlain(decorated) : isAwaitable(decorated);
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

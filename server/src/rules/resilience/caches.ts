/** Decorators that keep what calls of a function gave. */
import type { CacheFact, NamedApi } from '../../catalogue/schema';
import type { CheckContext } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, decoratorsOf } from '../../syntax/query';

/** A function together with the decorator that caches its results. */
export interface CachedFunction {
  readonly definition: SyntaxNode<'function_definition'>;
  readonly api: NamedApi;
  readonly fact: CacheFact;
  /** The decorator's name as it is written: `lru_cache`, `functools.cache`. */
  readonly name: SyntaxNode;
  /** The call, where the decorator is one. */
  readonly call: SyntaxNode<'call'> | undefined;
  /** The decorators between this one and the function: what is cached is what they give. */
  readonly below: readonly SyntaxNode<'decorator'>[];
}

/** What a decorator caches; undefined for decorators of other kinds, and of classes. */
export function cachedFunction(
  decorator: SyntaxNode<'decorator'>,
  { view, catalogue }: Pick<CheckContext, 'view' | 'catalogue'>,
): CachedFunction | undefined {
  const [expression] = decorator.children;
  const call = expression?.is('call') === true ? expression : undefined;
  const name = call === undefined ? expression : call.field('function');
  if (name?.is('identifier', 'attribute') !== true) return undefined;
  const decorated = decorator.parent;
  const definition = decorated?.is('decorated_definition') === true ? decorated.field('definition') : undefined;
  if (definition?.is('function_definition') !== true) return undefined;
  const api = catalogue.lookup(view.nameOf(name));
  if (api?.caches === undefined) return undefined;
  const below = decoratorsOf(definition).filter((other) => other.id > decorator.id);
  return { definition, api, fact: api.caches, name, call, below };
}

/** The argument that says how many results are kept. */
export function limitOf({ fact: { limit }, call }: Pick<CachedFunction, 'fact' | 'call'>): SyntaxNode | undefined {
  if (limit === undefined || call === undefined) return undefined;
  const { keywords, positional } = callArguments(call);
  return keywords.get(limit.keyword) ?? positional[limit.position];
}

/** How many results a cache keeps, undefined where that cannot be seen. */
export function sizeOf(cached: Pick<CachedFunction, 'fact' | 'call'>): number | 'all' | undefined {
  if (cached.fact.isEndless === true) return 'all';
  const limit = limitOf(cached);
  if (limit?.is('none') === true) return 'all';
  if (limit?.is('integer') === true) return /^\d+$/.test(limit.text) ? Number(limit.text) : undefined;
  return limit === undefined ? cached.fact.limit?.whenAbsent : undefined;
}

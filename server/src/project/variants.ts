/**
 * Functions that are defined more than once under one name, mostly in the branches of a condition.
 *
 * Invariant: which of them runs is not known, so what one alone does is only likely, and what they do not agree on is unknown.
 */
import { isFollowUp } from '../semantic/classes';
import { definitionName } from '../semantic/definitions';
import { localModule } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf, isAsync, sameNode } from '../syntax/query';
import { unlessEmpty } from './functionFacts';
import type { CallFact, EveryFact, FunctionFacts } from './summary';

type Definition = SyntaxNode<'function_definition'>;

/** The functions with one path, where there are several that are called in the same way; none otherwise. */
export function variantsOf(path: string, { scopes, localFunction }: VariantSource): readonly Definition[] {
  if (localFunction(`${localModule}.${path}`) !== undefined) return [];
  const found = scopes.definitionsOf(path).filter((definition) => !isFollowUp(definition));
  const functions = found.filter((definition) => definition.is('function_definition'));
  const [first, second] = functions;
  if (first === undefined || second === undefined || functions.length < found.length) return [];
  return functions.every((one) => isSameKind(one, first, scopes)) ? functions : [];
}

type VariantSource = Pick<LocalModel, 'scopes' | 'localFunction'>;

/** The path of a function that is one of several. */
export function variantPath(definition: Definition, model: LocalModel): { readonly path: string; readonly first: Definition } | undefined {
  const path = definitionName(definition).slice(localModule.length + 1);
  const variants = variantsOf(path, model);
  const [first] = variants;
  return first !== undefined && variants.some((one) => sameNode(one, definition)) ? { path, first } : undefined;
}

function isSameKind(one: Definition, other: Definition, scopes: LocalModel['scopes']): boolean {
  if (isAsync(one) !== isAsync(other) || scopes.isGenerator(one) !== scopes.isGenerator(other)) return false;
  const [decorators, others] = [one, other].map((definition) => decoratorsOf(definition).map(({ text }) => text));
  return decorators?.join('\n') === others?.join('\n');
}

/** What is so of a function, whichever of its definitions holds; undefined where there is none. */
export function joinedFacts(variants: readonly FunctionFacts[]): EveryFact | undefined {
  const [first, ...others] = variants;
  if (first === undefined) return undefined;
  const agreed = <Fact>(factOf: (facts: FunctionFacts) => Fact): Fact | undefined => {
    const fact = factOf(first);
    return others.every((one) => JSON.stringify(factOf(one)) === JSON.stringify(fact)) ? fact : undefined;
  };
  const any = (fact: 'choosesAsync' | 'isCached' | 'awaitsMore'): true | undefined =>
    variants.some((one) => one[fact] === true) ? true : undefined;
  return {
    kind: first.kind,
    access: first.access,
    isManager: first.isManager,
    returns: agreed(({ returns }) => returns),
    yields: agreed(({ yields }) => yields),
    decorators: unlessEmpty(variants.flatMap(({ decorators = [] }) => decorators)),
    offloads: agreed(({ offloads }) => offloads),
    wraps: agreed(({ wraps }) => wraps),
    choosesAsync: any('choosesAsync'),
    isCached: any('isCached'),
    awaitsMore: any('awaitsMore'),
    keepsCoroutines: agreed(({ keepsCoroutines }) => keepsCoroutines),
    role: agreed(({ role }) => role),
    calls: unlessEmpty(variants.flatMap(({ calls = [] }) => calls.map((call): CallFact => ({ ...call, likely: true })))),
    at: first.at,
  };
}

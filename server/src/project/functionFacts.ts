/** What a function tells those who call it. */
import type { NamedApi } from '../catalogue/schema';
import { isPlainDecorator, resultOf } from '../semantic/calls';
import { isBound } from '../semantic/classes';
import { yielded } from '../semantic/contextManagers';
import { decoratorName } from '../semantic/definitions';
import type { InferredType } from '../semantic/inference';
import { typeOfProperty } from '../semantic/members';
import type { LocalModel } from '../semantic/model';
import { valueOfType } from '../semantic/symbolic';
import { mayWaitForQueue } from '../semantic/queueWaits';
import { isSettled } from '../semantic/settling';
import { isMoment, isToldNotToWait } from '../semantic/waiting';
import { wrapFact } from '../semantic/wrappers';
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf, isAsync, parametersOf } from '../syntax/query';
import { conditionsOf } from './conditions';
import { argumentsNamed, isDropped, isRepeated, readBody, type Body, type BodyCall } from './functionBody';
import { givenBy } from './given';
import { isOfLibrary } from './libraryNames';
import { roleByDefinition } from './roles';
import { awaitsMore, howRun } from './running';
import { keepsCoroutines } from './coroutineDecorators';
import type { Access, CallFact, FunctionFacts, FunctionKind, Place, ValueFact } from './summary';

type Definition = SyntaxNode<'function_definition'>;

/** The facts of a function, each of them read when it is first asked for: most questions are about one or two. */
export function functionFacts(definition: Definition, model: LocalModel, placeOf: (node: SyntaxNode) => Place): FunctionFacts {
  return new FactsOfFunction(definition, model, placeOf);
}

/**
 * The calls of a function, where they have not been read yet only those of what may come to block by its name. All who ask in one
 * version must be told the same of names.
 */
export function callsThatMayBlock(facts: FunctionFacts, mayBlock: (name: string) => boolean): readonly CallFact[] {
  return facts instanceof FactsOfFunction ? facts.callsOf(mayBlock) : (facts.calls ?? []);
}

/** All facts of a function, as plain data. */
export function settled(facts: FunctionFacts): FunctionFacts {
  const { kind, access, isManager, returns, yields, decorators, offloads, choosesAsync, isCached, wraps, role, awaitsMore, calls, at } =
    facts;
  const { keepsCoroutines: keeps } = facts;
  return {
    kind,
    ...(isManager && { isManager }),
    ...(decorators && { decorators }),
    access,
    ...(returns && { returns }),
    ...(yields && { yields }),
    ...(offloads && { offloads }),
    ...(choosesAsync && { choosesAsync }),
    ...(isCached && { isCached }),
    ...(wraps && { wraps }),
    ...(role && { role }),
    ...(awaitsMore && { awaitsMore }),
    ...(keeps && { keepsCoroutines: keeps }),
    ...(calls && { calls: calls.map((call) => ({ ...call })) }),
    at,
  };
}

/** A question that is asked once in one version; see `LocalModel.once`. */
type Once<Answer> = (() => Answer | undefined) | undefined;

class FactsOfFunction implements FunctionFacts {
  readonly #definition: Definition;
  readonly #model: LocalModel;
  readonly #placeOf: (node: SyntaxNode) => Place;
  #kind: FunctionKind | undefined;
  // Each is made when it is first asked: most functions are never asked most of them.
  #body: Once<Body>;
  #decorators: Once<Decorators>;
  #returns: Once<ValueFact | undefined>;
  #yields: Once<ValueFact | undefined>;
  #offloads: Once<FunctionFacts['offloads']>;
  #wraps: Once<FunctionFacts['wraps']>;
  #role: Once<FunctionFacts['role']>;
  #awaitsMore: Once<boolean>;
  #keepsCoroutines: Once<boolean>;
  #calls: Once<FunctionFacts['calls']>;
  #blockingCalls: Once<readonly CallFact[]>;

  constructor(definition: Definition, model: LocalModel, placeOf: (node: SyntaxNode) => Place) {
    this.#definition = definition;
    this.#model = model;
    this.#placeOf = placeOf;
  }

  get kind(): FunctionKind {
    return (this.#kind ??= kindOf(this.#definition, this.#model));
  }

  get access(): Access {
    return this.#readDecorators()?.access ?? 'instance';
  }

  get isManager(): true | undefined {
    return this.#readDecorators()?.isManager === true ? true : undefined;
  }

  get decorators(): readonly string[] | undefined {
    return unlessEmpty(this.#readDecorators()?.unknown ?? ['']);
  }

  get returns(): ValueFact | undefined {
    if (this.#isGenerator()) return undefined;
    this.#returns ??= this.#model.once(() => valueFact(this.#typeOfResult()));
    return this.#returns();
  }

  get yields(): ValueFact | undefined {
    if (!this.#isGenerator()) return undefined;
    this.#yields ??= this.#model.once(() => valueFact(yieldedValue(this.#definition, this.#read(), this.#model)));
    return this.#yields();
  }

  get offloads(): FunctionFacts['offloads'] {
    this.#offloads ??= this.#model.once(() => unlessEmpty(offloadedParameters(this.#definition, this.#model)));
    return this.#offloads();
  }

  get choosesAsync(): true | undefined {
    return !isAsync(this.#definition) && this.#read().choosesAsync && this.calls !== undefined ? true : undefined;
  }

  get isCached(): true | undefined {
    return this.#readDecorators()?.isCached === true ? true : undefined;
  }

  get wraps(): FunctionFacts['wraps'] {
    this.#wraps ??= this.#model.once(() => wrapFact(this.#definition, this.#model.scopes));
    return this.#wraps();
  }

  get role(): FunctionFacts['role'] {
    this.#role ??= this.#model.once(() => roleByDefinition(this.#definition, this.#model));
    return this.#role();
  }

  get awaitsMore(): true | undefined {
    if (this.kind !== 'coroutine') return undefined;
    this.#awaitsMore ??= this.#model.once(() => awaitsMore(this.#read(), this.#model));
    return this.#awaitsMore() === false ? undefined : true;
  }

  get keepsCoroutines(): true | undefined {
    this.#keepsCoroutines ??= this.#model.once(() => keepsCoroutines(this.#definition, this.#model));
    return this.#keepsCoroutines() === true ? true : undefined;
  }

  get calls(): FunctionFacts['calls'] {
    this.#calls ??= this.#model.once(() => unlessEmpty(this.#factsOf(this.#read().calls)));
    return this.#calls();
  }

  get at(): Place {
    return this.#placeOf(this.#definition.field('name'));
  }

  /** The calls of what may come to block, by the names that are said to; of what is called without a name that is not known. */
  callsOf(mayBlock: (name: string) => boolean): readonly CallFact[] {
    this.#blockingCalls ??= this.#model.once(() =>
      this.#factsOf(this.#read().calls.filter(({ name }) => name === undefined || mayBlock(name))),
    );
    return this.#blockingCalls() ?? [];
  }

  #factsOf(calls: readonly BodyCall[]): readonly CallFact[] {
    return calls.flatMap((call) => callFact(call, this.#definition, this.#model, this.#placeOf));
  }

  #isGenerator(): boolean {
    return this.kind === 'generator' || this.kind === 'async-generator';
  }

  #typeOfResult(): InferredType | undefined {
    return this.access === 'property' ? typeOfProperty(this.#definition, this.#model) : resultOf(this.#definition, this.#model);
  }

  #readDecorators(): Decorators | undefined {
    this.#decorators ??= this.#model.once(() => readDecorators(this.#definition, this.#model));
    return this.#decorators();
  }

  #read(): Body {
    this.#body ??= this.#model.once(() => readBody(this.#definition));
    return this.#body() ?? { calls: [], yields: [], waits: [], choosesAsync: true };
  }
}

/** A list, left out where there is nothing in it: summaries are kept small. */
export function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** A type as a fact; undefined where nothing is known. */
export function valueFact(type: InferredType | undefined): ValueFact | undefined {
  if (type === undefined) return undefined;
  const value = valueOfType(type);
  return isLikely(type) ? { value, likely: true } : { value };
}

/** Whether anything of a type is not certain: what is told has one certainty for all of it. */
function isLikely({ certainty, args = [] }: InferredType): boolean {
  return certainty === 'likely' || args.some((argument) => argument !== undefined && isLikely(argument));
}

function kindOf(definition: Definition, { scopes }: LocalModel): FunctionKind {
  if (scopes.isGenerator(definition)) return isAsync(definition) ? 'async-generator' : 'generator';
  return isAsync(definition) ? 'coroutine' : 'function';
}

interface Decorators {
  readonly access: Access;
  readonly isManager: boolean;
  readonly isCached: boolean;
  readonly unknown: readonly string[];
}

const accessOfDecorator: Readonly<Record<string, Access>> = {
  'builtins.staticmethod': 'static',
  'builtins.classmethod': 'class',
  'builtins.property': 'property',
  'functools.cached_property': 'property',
};

const managers = new Set(['contextlib.contextmanager', 'contextlib.asynccontextmanager']);
const caches = new Set(['functools.cache', 'functools.lru_cache', 'functools.cached_property']);

function readDecorators(definition: Definition, model: LocalModel): Decorators {
  const names = decoratorsOf(definition).map((decorator) => decoratorName(decorator, model));
  const known = names.filter((name) => name !== undefined);
  return {
    access: known.map((name) => accessOfDecorator[name]).find((access) => access !== undefined) ?? 'instance',
    isManager: known.some((name) => managers.has(name)),
    isCached: known.some((name) => caches.has(name)),
    unknown: names.filter((name) => !isPlainDecorator(name, model)).map((name) => name ?? ''),
  };
}

/** The parameters that the function itself, or one inside of it, hands to a worker thread. */
function offloadedParameters(definition: Definition, model: LocalModel): readonly (number | string)[] {
  const parameters = parametersOf(definition);
  const given = argumentsNamed(new Set(parameters.map(({ name }) => name.text)), definition);
  const bindings = new Set(given.filter((argument) => model.isOffloaded(argument)).map((argument) => model.scopes.bindingOf(argument)));
  if (bindings.size === 0) return [];
  const skipped = isBound(definition, model) ? 1 : 0;
  return parameters.flatMap(({ name, kind }, index) => {
    if (!bindings.has(model.scopes.bindingOf(name))) return [];
    const place = index - skipped;
    return kind === 'keyword-only' || place < 0 ? [name.text] : [place, name.text];
  });
}

/** What a generator yields: by its annotation, else the type that all of its `yield`s agree on. */
function yieldedValue(definition: Definition, { yields }: Body, model: LocalModel): InferredType | undefined {
  const declared = yielded(definition, model);
  if (declared !== undefined || definition.field('return_type') !== undefined) return declared;
  const types = yields.map((node) => model.typeOf(node.children[0]));
  const [first] = types;
  return first !== undefined && types.every((type) => type?.type === first.type) ? first : undefined;
}

/**
 * What waits by itself, and what may: calls of functions that are not the catalogue's. What a coroutine function waits for is
 * reported in its own file, so that of its calls only the others count, and for whoever asks who calls them. What changes
 * something for all files is told as well.
 */
export function callFact(
  { call, isConsumed }: Omit<BodyCall, 'name'>,
  definition: Definition,
  model: LocalModel,
  placeOf: (node: SyntaxNode) => Place,
): CallFact[] {
  const callee = call.field('function');
  const found = model.named(callee) ?? calledObject(callee, model);
  if (found === undefined || found.name.startsWith('builtins.super')) return [];
  const api = model.catalogue.lookup(found.name);
  const runsByItself = isAsync(definition);
  const isForAll = api?.sets !== undefined;
  if (!isForAll && (runsByItself ? isOfLibrary(found.name, model) : !mayMakeWait(call, found.name, api, model))) return [];
  const conditions = conditionsOf(call, definition, model);
  if (conditions.isOnce && !isForAll) return [];
  const isDoubtful = found.certainty === 'likely' || conditions.isDoubtful || (conditions.isSwitchedOff && !runsByItself);
  const isFollowed = api === undefined && !runsByItself;
  const given = api === undefined || isForAll ? givenBy(call, model) : [];
  const runs = howRun(call, model);
  const held = isFollowed ? conditions.held : [];
  return [
    {
      callee: found.name,
      ...(isDoubtful ? { likely: true as const } : {}),
      ...(isConsumed ? { isConsumed: true as const } : {}),
      ...(runs === undefined ? {} : { runs }),
      ...(isRepeated(call, definition, model) ? { isRepeated: true as const } : {}),
      ...(conditions.needs.length === 0 || runsByItself ? {} : { needs: conditions.needs }),
      ...(conditions.when === undefined || runsByItself ? {} : { when: conditions.when }),
      ...(isFollowed && conditions.isOwn ? { isOwn: true as const } : {}),
      ...(held.length === 0 ? {} : { held }),
      ...(isDropped(call) && !isOfLibrary(found.name, model) ? { isDropped: true as const } : {}),
      ...(given.length === 0 ? {} : { given }),
      // Asked for seldom, and the lines of the whole text have to be known for it.
      get at() {
        return placeOf(calledName(callee));
      },
    },
  ];
}

/** Whether a function that calls this may come to wait by it: what is called waits itself, or is none of a library. */
function mayMakeWait(call: SyntaxNode<'call'>, callee: string, api: NamedApi | undefined, model: LocalModel): boolean {
  return api === undefined ? !callee.startsWith('builtins.') : mayWait(call, api, model);
}

/** The name next to the parentheses, which stands on one line wherever the call stands. */
function calledName(callee: SyntaxNode): SyntaxNode {
  return callee.is('attribute') ? callee.field('attribute') : callee;
}

/** Calling an object: what its class's `__call__` does. */
function calledObject(callee: SyntaxNode, model: LocalModel): { name: string; certainty: 'certain' | 'likely' } | undefined {
  const type = model.typeOf(callee);
  return type === undefined ? undefined : { name: valueOfType(type), certainty: type.certainty };
}

/** What is debatable where it is called is not worth following. */
function mayWait(call: SyntaxNode<'call'>, api: NamedApi, model: LocalModel): boolean {
  if (api.blocks === undefined || api.confidence === 'low') return false;
  const nameOf = (node: SyntaxNode): string | undefined => model.nameOf(node);
  if (isToldNotToWait(call, api, nameOf) || isMoment(call, api)) return false;
  const knowledge = { catalogue: model.catalogue, nameOf, bindingOf: (name: SyntaxNode<'identifier'>) => model.scopes.bindingOf(name) };
  return (api.blocks !== 'queue' || mayWaitForQueue(call, api, knowledge)) && !isSettled(call, api, knowledge);
}

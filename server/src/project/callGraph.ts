/**
 * From a call of a synchronous function to the call that blocks, however many functions lie between.
 *
 * Invariants: the shortest chain is told; a function that may not run as written (handed to a thread by a decorator, a
 * coroutine, a generator that nobody iterates, one that chooses between sync and async code or keeps its results) ends the
 * search there; recursion ends it too; a call that is made only if a parameter is given counts where one is given; what was found to lead nowhere is not searched twice.
 */
import type { BlockingKind, NamedApi } from '../catalogue/schema';
import { weaker, type Certainty } from '../semantic/inference';
import { keptOnce } from './evaluate';
import { memberOf } from './memberLookup';
import type { CallFact, FunctionFacts, Given, Place } from './summary';
import { certain, factsOfFunction, type Evaluation, type ProjectFunction, type Value } from './values';
import type { FileId } from './view';

/** One call on the way: who calls what, and where. */
export interface ChainLink {
  readonly file: FileId;
  readonly at: Place;
  /** The path of the calling function in its file: `Repo.load`. */
  readonly caller: string;
  /** The path of the called function, or the name of what blocks. */
  readonly callee: string;
}

/** A chain of calls that ends with one that blocks. */
export interface Chain {
  readonly api: NamedApi;
  readonly links: readonly ChainLink[];
  readonly certainty: Certainty;
  /** Set where the first function is a generator: its body runs when the result is iterated, and not when it is called. */
  readonly isLazy: boolean;
}

export interface ChainSearch {
  /** The kinds of waiting that a chain may end with. Compared by identity. */
  readonly ends: ReadonlySet<BlockingKind>;
  /** The most functions that a chain may go through. */
  readonly depth: number;
}

/** What a call tells the function that it calls. */
export type CalledSo = Pick<CallFact, 'isConsumed' | 'given'>;

/** Chains by the function that they start in. */
export interface CallGraph {
  /** The chain from a call of this value; undefined where none is known. */
  chainFrom(called: Value, call: CalledSo, search: ChainSearch): Chain | undefined;
}

export function createCallGraph(evaluation: Evaluation): CallGraph {
  const known = new Map<ReadonlySet<BlockingKind>, Map<string, () => Chain | undefined>>();
  const { once = keptOnce } = evaluation;
  return {
    chainFrom: (called, call, search) => {
      const first = runFunction(called, call, evaluation);
      if (first === undefined) return undefined;
      let answers = known.get(search.ends);
      if (answers === undefined) known.set(search.ends, (answers = new Map<string, () => Chain | undefined>()));
      const key = `${search.depth} ${keyOf(first)}`;
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = once(() => shortest(first, search, evaluation))));
      return answer();
    },
  };
}

/** A function that is reached, and how. */
interface Reached {
  readonly callee: ProjectFunction;
  readonly certainty: Certainty;
  readonly links: readonly ChainLink[];
  /** The parameters that calls in it need and that were given nothing. */
  readonly missing: ReadonlySet<string>;
  /** Whether the function that the search began with is a generator. */
  readonly isLazy: boolean;
}

/** Breadth first, so that the first end is the nearest. One that is certain is told before nearer ones that are not. */
function shortest(first: Reached, { ends, depth }: ChainSearch, evaluation: Evaluation): Chain | undefined {
  const seen = new Set([keyOf(first)]);
  let level: readonly Reached[] = [first];
  let doubtful: Chain | undefined;
  for (let steps = 1; steps <= depth && level.length > 0; steps += 1) {
    const next: Reached[] = [];
    for (const reached of level) {
      for (const call of factsOfFunction(reached.callee, evaluation)?.calls ?? []) {
        if (call.needs?.some(([name]) => reached.missing.has(name)) === true) continue;
        const end = blockingEnd(call, reached, ends, evaluation);
        if (end?.certainty === 'certain') return end;
        doubtful ??= end;
        const further = followed(call, reached, evaluation);
        if (further === undefined || seen.has(keyOf(further))) continue;
        seen.add(keyOf(further));
        next.push(further);
      }
    }
    level = next;
  }
  return doubtful;
}

function blockingEnd(call: CallFact, from: Reached, ends: ReadonlySet<BlockingKind>, evaluation: Evaluation): Chain | undefined {
  // A name that the project itself declares as blocking counts as it is written.
  const found = evaluation.evaluate(call.callee, from.callee.file);
  const name = found?.value.kind === 'external' ? found.value.name : undefined;
  const api = evaluation.catalogue.lookup(call.callee) ?? evaluation.catalogue.lookup(name ?? declaredName(found?.value, evaluation));
  if (api?.blocks === undefined || api.neverBlocks === true || !ends.has(api.blocks)) return undefined;
  const certainty = [call.likely === true ? 'likely' : 'certain', found?.certainty ?? 'certain', from.certainty] as const;
  return { api, links: [...from.links, linkOf(call, from, api.name)], certainty: certainty.reduce(weaker), isLazy: from.isLazy };
}

/** The name by which the project's settings may speak of its own function. */
function declaredName(value: Value | undefined, { modules }: Evaluation): string | undefined {
  return value?.kind === 'function' ? `${modules.nameOf(value.file)}.${value.path}` : undefined;
}

function followed(call: CallFact, from: Reached, evaluation: Evaluation): Reached | undefined {
  const found = evaluation.evaluate(call.callee, from.callee.file);
  const reached = found && runFunction(found.value, call, evaluation);
  if (found === undefined || reached === undefined) return undefined;
  const certainties = [call.likely === true ? 'likely' : 'certain', found.certainty, from.certainty] as const;
  return {
    callee: reached.callee,
    missing: reached.missing,
    certainty: certainties.reduce(weaker, reached.certainty),
    links: [...from.links, linkOf(call, from, reached.callee.path)],
    isLazy: from.isLazy,
  };
}

function linkOf({ at }: CallFact, { callee }: Reached, called: string): ChainLink {
  return { file: callee.file, at, caller: callee.path, callee: called };
}

/** The function whose body runs when a value is called; undefined where none does, or not here. */
function runFunction(called: Value, { isConsumed, given = [] }: CalledSo, evaluation: Evaluation): Reached | undefined {
  const callee = functionOf(called, evaluation);
  const facts = callee && factsOfFunction(callee, evaluation);
  if (callee === undefined || facts === undefined) return undefined;
  if (facts.choosesAsync === true || facts.isCached === true || facts.kind === 'coroutine' || facts.kind === 'async-generator')
    return undefined;
  if (facts.kind === 'generator' && isConsumed !== true) return undefined;
  if (evaluation.catalogue.lookup(declaredName(callee, evaluation))?.neverBlocks === true) return undefined;
  const certainty = certaintyUnder(facts.decorators ?? [], callee.file, evaluation);
  return (
    certainty && {
      callee,
      certainty,
      links: [],
      missing: missingOf(facts, given),
      isLazy: facts.kind === 'generator' && facts.isManager !== true,
    }
  );
}

function missingOf({ calls = [], decorators }: FunctionFacts, given: Given): ReadonlySet<string> {
  // A decorator may pass more than it was given.
  if (decorators !== undefined || given.includes('*')) return new Set();
  const needs = calls.flatMap((call) => call.needs ?? []);
  return new Set(needs.flatMap(([name, place = name]) => (given.includes(name) || given.includes(place) ? [] : [name])));
}

function functionOf(called: Value, evaluation: Evaluation): ProjectFunction | undefined {
  if (called.kind === 'function') return called;
  const method = called.kind === 'class' ? '__init__' : called.kind === 'instance' ? '__call__' : undefined;
  if (method === undefined) return undefined;
  const holder: Value = called.kind === 'class' ? { kind: 'instance', of: called, args: [] } : called;
  const found = memberOf(certain(holder), method, evaluation)?.value;
  return found?.kind === 'function' ? found : undefined;
}

/** How certain it is that a decorated function runs where it is called; undefined where a decorator moves it to a thread. */
function certaintyUnder(decorators: readonly string[], file: FileId, evaluation: Evaluation): Certainty | undefined {
  let certainty: Certainty = 'certain';
  for (const decorator of decorators) {
    const value = decorator === '' ? undefined : evaluation.evaluate(decorator, file)?.value;
    const offloads =
      value?.kind === 'function'
        ? factsOfFunction(value, evaluation)?.offloads
        : evaluation.catalogue.lookup(externalName(value))?.offloads;
    if (offloads?.includes(0) === true) return undefined;
    if (value?.kind !== 'function') certainty = 'likely';
  }
  return certainty;
}

function externalName(value: Value | undefined): string | undefined {
  return value?.kind === 'external' ? value.name : undefined;
}

function keyOf({ callee, missing }: Reached): string {
  return [callee.file, callee.path, ...missing].join(' ');
}

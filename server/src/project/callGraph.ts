/**
 * From a call of a synchronous function to the call that blocks, however many functions lie between.
 *
 * Invariants: of all chains the plainest is told, and of these the shortest: what is certain before what is likely, what always
 * runs before what stands in a branch, and that before what handles errors; a function that may not run as written (handed to a
 * thread by a decorator, a coroutine, a generator that nobody iterates, one that chooses between sync and async code or keeps
 * its results) ends the search there; recursion ends it too; a call counts unless what was given, or what is known of the
 * object, rules out a condition around it; what was found to lead nowhere is not searched twice.
 */
import type { BlockingKind, NamedApi } from '../catalogue/schema';
import { weaker, type Certainty } from '../semantic/inference';
import { keptOnce } from './evaluate';
import { givenTo, type Given } from './given';
import { memberOf } from './memberLookup';
import { callsThatMayBlock } from './functionFacts';
import { asksForType, outcome, type Known } from './outcomes';
import type { CallFact, Condition, Detour, Place } from './summary';
import { certain, factsOfFunction, type Evaluation, type ProjectFunction, type Value } from './values';
import type { FileId } from './files';

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
  /** The least usual place that one of its calls stands in; undefined where all of them are always made. */
  readonly when: Detour | undefined;
  /** Set where the first function is a generator: its body runs when the result is iterated, and not when it is called. */
  readonly isLazy: boolean;
}

/** What is looked for, and by whom. */
export interface ChainSearch {
  /** The kinds of waiting that a chain may end with. Compared by identity. */
  readonly ends: ReadonlySet<BlockingKind>;
  /** The most functions that a chain may go through. */
  readonly depth: number;
  /** The file that asks, and what in it may come to block by its name; of other files that is not known. */
  readonly own: { readonly file: FileId; readonly mayBlock: (name: string) => boolean };
}

/** What a call tells the function that it calls. */
export type CalledSo = Pick<CallFact, 'isConsumed' | 'given' | 'held'>;

/** Chains by the function that they start in. */
export interface CallGraph {
  /** The chain from a call of this value; undefined where none is known. */
  chainFrom(called: Value, call: CalledSo, search: ChainSearch): Chain | undefined;
}

/** Follows calls by what names come to; each search is made once. */
export function createCallGraph(evaluation: Evaluation): CallGraph {
  const known = new Map<ReadonlySet<BlockingKind>, Map<string, () => Chain | undefined>>();
  const { once = keptOnce } = evaluation;
  return {
    chainFrom: (called, call, search) => {
      const first = runFunction(called, call, new Map(call.held), search, evaluation);
      if (first === undefined) return undefined;
      let answers = known.get(search.ends);
      if (answers === undefined) known.set(search.ends, (answers = new Map<string, () => Chain | undefined>()));
      const key = `${search.depth} ${keyOf(first)}`;
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = once(() => plainest(first, search, evaluation))));
      return answer();
    },
  };
}

/** How plainly something is reached. */
type Way = Pick<Chain, 'certainty' | 'when' | 'isLazy' | 'links'>;

/** A function that is reached, and how. */
interface Reached extends Way {
  readonly callee: ProjectFunction;
  /** Those of its calls that may matter. */
  readonly calls: readonly CallFact[];
  /** What becomes of those of its calls that are not always made, by their places in the list. */
  readonly made: ReadonlyMap<number, Made>;
  /** What is known of attributes of the object that it is a method of. */
  readonly object: ReadonlyMap<string, Known>;
}

/** Whether a call is made: never, or where something is so. */
type Made = 'never' | Pick<Way, 'certainty' | 'when'>;

const always: Made = { certainty: 'certain', when: undefined };

/** Ways in the order in which they are told. */
function rankOf({ certainty, when }: Pick<Way, 'certainty' | 'when'>): number {
  return (certainty === 'certain' ? 0 : detours.length) + detours.indexOf(when);
}

const detours: readonly (Detour | undefined)[] = [undefined, 'branch', 'clean-up', 'handler', 'failure'];
const ranks = 2 * detours.length;

/** The less plain of two. */
function lessPlain(one: Pick<Way, 'certainty' | 'when'>, other: Pick<Way, 'certainty' | 'when'>): Pick<Way, 'certainty' | 'when'> {
  const when = detours.indexOf(one.when) > detours.indexOf(other.when) ? one.when : other.when;
  return { certainty: weaker(one.certainty, other.certainty), when };
}

/** Rank by rank, each of them breadth first, so that the first end is the nearest of the plainest. */
function plainest(first: Reached, search: ChainSearch, evaluation: Evaluation): Chain | undefined {
  const waiting = Array.from({ length: ranks }, (): Reached[][] => []);
  /** In how many steps a function was reached by the ways so far; a plainer way may be a longer one. */
  const nearest = new Map<string, number>();
  const ends: Chain[] = [];
  const put = (reached: Reached): void => {
    const levels = (waiting[rankOf(reached)] ??= []);
    (levels[reached.links.length] ??= []).push(reached);
  };
  put(first);
  for (const [rank, levels] of waiting.entries()) {
    for (let steps = 0; steps < search.depth; steps += 1) {
      const known = ends[rank];
      if (known !== undefined && known.links.length <= steps + 1) return known;
      for (const reached of levels[steps] ?? []) {
        const key = keyOf(reached);
        if ((nearest.get(key) ?? search.depth) <= steps) continue;
        nearest.set(key, steps);
        for (const { end, further } of stepsFrom(reached, search, evaluation)) {
          if (end !== undefined && rankOf(end) === rank) return end;
          if (end !== undefined) ends[rankOf(end)] ??= end;
          if (further !== undefined) put(further);
        }
      }
    }
    if (ends[rank] !== undefined) return ends[rank];
  }
  return undefined;
}

interface Step {
  readonly end: Chain | undefined;
  readonly further: Reached | undefined;
}

/** Where each of the calls of a function leads. */
function* stepsFrom(reached: Reached, search: ChainSearch, evaluation: Evaluation): Generator<Step, void> {
  for (const [place, call] of reached.calls.entries()) {
    const made = reached.made.get(place) ?? always;
    if (made === 'never') continue;
    const so = lessPlain(made, call.likely === true ? { ...reached, certainty: 'likely' } : reached);
    const end = blockingEnd(call, so, reached, search.ends, evaluation);
    yield { end, further: end === undefined ? followed(call, so, reached, search, evaluation) : undefined };
  }
}

function blockingEnd(
  call: CallFact,
  so: Pick<Way, 'certainty' | 'when'>,
  from: Reached,
  ends: ReadonlySet<BlockingKind>,
  evaluation: Evaluation,
): Chain | undefined {
  // A name that the project itself declares as blocking counts as it is written.
  const found = evaluation.evaluate(call.callee, from.callee.file);
  const name = found?.value.kind === 'external' ? found.value.name : undefined;
  const api = evaluation.catalogue.lookup(call.callee) ?? evaluation.catalogue.lookup(name ?? declaredName(found?.value, evaluation));
  if (api?.blocks === undefined || api.neverBlocks === true || !ends.has(api.blocks)) return undefined;
  const certainty = weaker(so.certainty, found?.certainty ?? 'certain');
  return { api, links: [...from.links, linkOf(call, from, api.name)], certainty, when: so.when, isLazy: from.isLazy };
}

/** The name by which the project's settings may speak of its own function. */
function declaredName(value: Value | undefined, { modules }: Evaluation): string | undefined {
  return value?.kind === 'function' ? `${modules.nameOf(value.file)}.${value.path}` : undefined;
}

function followed(
  call: CallFact,
  so: Pick<Way, 'certainty' | 'when'>,
  from: Reached,
  search: ChainSearch,
  evaluation: Evaluation,
): Reached | undefined {
  const found = evaluation.evaluate(call.callee, from.callee.file);
  const object = new Map([...(call.held ?? []), ...(call.isOwn === true ? from.object : [])]);
  const reached = found && runFunction(found.value, call, object, search, evaluation);
  if (found === undefined || reached === undefined) return undefined;
  return {
    ...reached,
    certainty: [so.certainty, found.certainty].reduce(weaker, reached.certainty),
    when: so.when,
    links: [...from.links, linkOf(call, from, reached.callee.path)],
    isLazy: from.isLazy,
  };
}

function linkOf({ at }: CallFact, { callee }: Reached, called: string): ChainLink {
  return { file: callee.file, at, caller: callee.path, callee: called };
}

/** The function whose body runs when a value is called; undefined where none does, or not here. */
function runFunction(
  called: Value,
  { isConsumed, given = [] }: CalledSo,
  object: Reached['object'],
  { own }: ChainSearch,
  evaluation: Evaluation,
): Reached | undefined {
  const callee = functionOf(called, evaluation);
  const facts = callee && factsOfFunction(callee, evaluation);
  if (callee === undefined || facts === undefined) return undefined;
  // What is read from the header is asked before what is read from the body.
  const { kind } = facts;
  if (kind === 'coroutine' || kind === 'async-generator' || (kind === 'generator' && isConsumed !== true)) return undefined;
  if (facts.isCached === true || facts.choosesAsync === true) return undefined;
  if (evaluation.catalogue.lookup(declaredName(callee, evaluation))?.neverBlocks === true) return undefined;
  const certainty = certaintyUnder(facts.decorators ?? [], callee.file, evaluation);
  const calls = callee.file === own.file ? callsThatMayBlock(facts, own.mayBlock) : (facts.calls ?? []);
  return (
    certainty && {
      callee,
      certainty,
      when: undefined,
      links: [],
      calls,
      made: conditionalCalls(calls, facts.decorators !== undefined, given, object),
      object,
      isLazy: facts.kind === 'generator' && facts.isManager !== true,
    }
  );
}

/** What becomes of the calls of a function when it is given this and called on an object of which that is known. */
function conditionalCalls(
  calls: readonly CallFact[],
  isDecorated: boolean,
  given: Given,
  object: Reached['object'],
): ReadonlyMap<number, Made> {
  // A decorator may pass more than it was given.
  const known = ({ subject, place, otherwise }: Condition): Known | undefined => {
    if (subject.startsWith('.')) return object.get(subject.slice(1));
    const found = isDecorated ? undefined : givenTo({ parameter: subject, place }, given, otherwise);
    return typeof found === 'object' ? undefined : found;
  };
  const found = new Map<number, Made>();
  for (const [place, { needs = [], when }] of calls.entries()) {
    if (needs.length > 0 || when !== undefined) found.set(place, whetherMade(needs, when, known));
  }
  return found;
}

function whetherMade(
  needs: NonNullable<CallFact['needs']>,
  standsIn: Detour | undefined,
  known: (condition: Condition) => Known | undefined,
): Made {
  let certainty: Certainty = 'certain';
  let when = standsIn;
  for (const need of needs) {
    const outcomes = need.map((condition) => outcome(condition.test, known(condition)));
    if (outcomes.every((one) => one === false)) return 'never';
    if (outcomes.includes(true)) continue;
    // Whoever asks for a type mostly gets several, and which one is passed here is not known.
    if (need.some(({ test }) => asksForType(test))) certainty = 'likely';
    if (!need.some(({ orRaises }) => orRaises === true)) when ??= 'branch';
  }
  return { certainty, when };
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

function keyOf({ callee, made, object }: Reached): string {
  const conditional = [...made].map(([place, so]) => (so === 'never' ? place : `${place}:${rankOf(so)}`));
  return [callee.file, callee.path, ...conditional, '?', ...object].join(' ');
}

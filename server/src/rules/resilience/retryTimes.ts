/** When a policy ends, and how long it waits between attempts. Undefined is what cannot be seen. */
import type { ArgumentPlace, StrategyFact } from '../../catalogue/schema';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments } from '../../syntax/query';
import { isBareCall, passedFor, valueBehind, type Knowledge, type Passed, type RetryPolicy } from './retryPolicy';

/** Whether nothing ends the attempts; of a policy that is made from another, whether the change says so. */
export function isEndless(policy: RetryPolicy, knowledge: Knowledge): boolean {
  const { limits, whenAbsent } = policy.fact;
  if (isPausedByOwn(policy, knowledge)) return false;
  let isOwn = !policy.isChange;
  const isEndlessAll = limits.every((limit, index) => {
    const passed = isBareCall(policy) ? 'nothing' : passedFor(policy, limit);
    if (passed === 'hidden') return false;
    if (passed === 'nothing') return (limit.whenAbsent ?? (index === 0 || whenAbsent === 'forever' ? whenAbsent : 'bounded')) === 'forever';
    isOwn ||= passed.isOwn;
    if (limit.takes === 'pauses') return numberOf(passed.value, knowledge) !== undefined;
    return passed.value.is('none') || stops(passed.value, 'never', knowledge) === true;
  });
  return isEndlessAll && isOwn;
}

/** Whether a generator that is not the library's makes the times to wait: with the last one of them, the attempts may end. */
function isPausedByOwn(policy: RetryPolicy, { view, catalogue }: Knowledge): boolean {
  const { wait } = policy.fact;
  const passed = wait?.takes === 'generator' ? passedFor(policy, wait) : 'nothing';
  return typeof passed !== 'string' && catalogue.lookup(view.nameOf(passed.value))?.strategy === undefined;
}

/** Whether a limit on the time of all attempts is set, where the library can set one. */
export function hasDeadline(policy: RetryPolicy, knowledge: Knowledge): boolean | undefined {
  const { deadline } = policy.fact;
  if (deadline === undefined) return undefined;
  const passed = passedFor(policy, deadline);
  if (passed === 'hidden') return undefined;
  if (passed === 'nothing') return deadline.whenAbsent === 'bounded';
  if (passed.value.is('none')) return false;
  return deadline.takes === 'seconds' ? true : stops(passed.value, 'time', knowledge);
}

/** Whether a stop is by time, or whether it never stops. */
function stops(node: SyntaxNode, by: 'time' | 'never', knowledge: Knowledge): boolean | undefined {
  const parts = partsOf(node, knowledge);
  if (parts === undefined) return undefined;
  if (parts.kind === 'one') return 'stops' in parts.strategy ? parts.strategy.stops === by : undefined;
  const answers = parts.nodes.map((part) => stops(part, by, knowledge));
  // Of stops joined by `or` the first one ends it; joined by `and`, the last one does.
  const decisive = (parts.kind === 'any') === (by === 'time');
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

/** How many attempts a policy makes at most, where a number in view says so; of stops that are joined by `and`, nothing is known. */
export function attemptsOf(policy: RetryPolicy, knowledge: Knowledge): number | undefined {
  const numbers = policy.fact.limits.flatMap((limit) => {
    const passed = isBareCall(policy) ? 'nothing' : passedFor(policy, limit);
    const isOfTime = limit.keyword === policy.fact.deadline?.keyword && policy.fact.deadline.takes === 'seconds';
    if (typeof passed === 'string' || isOfTime || limit.takes === 'pauses') return [];
    return attemptsBy(passed.value, knowledge);
  });
  return numbers.length === 0 ? undefined : Math.min(...numbers);
}

function attemptsBy(node: SyntaxNode, knowledge: Knowledge): readonly number[] {
  const number = numberOf(node, knowledge);
  if (number !== undefined) return [number];
  const parts = partsOf(node, knowledge);
  if (parts?.kind === 'any') return parts.nodes.flatMap((part) => attemptsBy(part, knowledge));
  if (parts?.kind !== 'one' || !('stops' in parts.strategy) || parts.strategy.stops !== 'attempts') return [];
  const said = argumentOf(parts.call, parts.strategy.by, knowledge);
  return said === undefined ? [] : [said];
}

/** How long a policy pauses at most between two attempts, in seconds, where numbers in view say so. */
export function longestPause(policy: RetryPolicy, knowledge: Knowledge): number | undefined {
  const { wait } = policy.fact;
  const passed = wait === undefined || isBareCall(policy) ? 'nothing' : passedFor(policy, wait);
  if (passed === 'nothing') return wait?.whenAbsent === 'none' ? 0 : undefined;
  return passed === 'hidden' || passed.value.is('none') ? undefined : pauseBy(passed.value, knowledge);
}

function pauseBy(node: SyntaxNode, knowledge: Knowledge): number | undefined {
  const parts = partsOf(node, knowledge);
  if (parts === undefined) return undefined;
  if (parts.kind !== 'one') {
    const pauses = parts.nodes.map((part) => pauseBy(part, knowledge) ?? Number.NaN);
    const longest = parts.kind === 'sum' ? pauses.reduce((sum, pause) => sum + pause, 0) : Math.max(...pauses);
    return Number.isNaN(longest) ? undefined : longest;
  }
  if (!('waits' in parts.strategy)) return undefined;
  return parts.strategy.waits === 'none' ? 0 : argumentOf(parts.call, parts.strategy.longest ?? parts.strategy.by, knowledge);
}

function argumentOf(call: SyntaxNode<'call'> | undefined, place: ArgumentPlace | undefined, knowledge: Knowledge): number | undefined {
  if (call === undefined || place === undefined) return undefined;
  const { positional, keywords } = callArguments(call);
  const value = keywords.get(place.keyword) ?? positional[place.position ?? positional.length];
  return value === undefined ? undefined : numberOf(value, knowledge);
}

function numberOf(node: SyntaxNode, { view }: Knowledge): number | undefined {
  const value = valueBehind(node, view);
  return value?.is('integer', 'float') === true ? Number(value.text.replaceAll('_', '')) : undefined;
}

/** How a policy waits: `same` is the same for all who wait, however long it gets; `asked` is told by the failure. */
export type Waiting = 'none' | 'same' | 'random' | 'asked';

export interface Wait {
  readonly waiting: Waiting;
  /** The argument that says so; undefined where it is the default. */
  readonly node: SyntaxNode | undefined;
  /** Whether a policy that is made from another says so itself. */
  readonly isOwn: boolean;
}

/** How a policy waits, chance that another argument brings in left out. */
export function waitOf(policy: RetryPolicy, knowledge: Knowledge): Wait | undefined {
  const { wait } = policy.fact;
  if (wait === undefined) return undefined;
  const passed = isBareCall(policy) ? 'nothing' : passedFor(policy, wait);
  if (passed === 'hidden') return undefined;
  if (passed === 'nothing') {
    return { waiting: wait.whenAbsent === 'none' ? 'none' : 'same', node: undefined, isOwn: !policy.isChange };
  }
  const { value, isOwn } = passed;
  const pause = wait.takes === 'generator' ? noPauseOf(policy, value, knowledge) : undefined;
  if (pause !== undefined) return { waiting: 'none', node: pause.value, isOwn: pause.isOwn };
  const waiting = wait.takes === 'factor' ? factorWaiting(value, knowledge) : strategyWaiting(value, knowledge);
  return waiting === undefined ? undefined : { waiting, node: value, isOwn };
}

/** The pause of 0 that a policy is given for what makes its times: `on_exception(constant, OSError, interval=0)`. */
export function noPauseOf(policy: RetryPolicy, generator: SyntaxNode, knowledge: Knowledge): Exclude<Passed, string> | undefined {
  const strategy = knowledge.catalogue.lookup(knowledge.view.nameOf(generator))?.strategy;
  const by = strategy !== undefined && 'waits' in strategy && strategy.waits === 'fixed' ? strategy.by : undefined;
  const pause = by === undefined ? 'nothing' : passedFor(policy, { keyword: by.keyword });
  if (typeof pause === 'string' || numberOf(pause.value, knowledge) !== 0) return undefined;
  const { jitter } = policy.fact;
  const chance = jitter === undefined ? 'nothing' : passedFor(policy, jitter);
  // A part of no pause is none either, which is the default; what else is passed may add to it.
  return chance === 'nothing' || (chance !== 'hidden' && chance.value.is('none')) ? pause : undefined;
}

function factorWaiting(value: SyntaxNode, { view }: Knowledge): Waiting | undefined {
  const number = valueBehind(value, view);
  if (number?.is('integer', 'float') !== true) return undefined;
  return Number(number.text) === 0 ? 'none' : 'same';
}

function strategyWaiting(node: SyntaxNode, knowledge: Knowledge): Waiting | undefined {
  if (node.is('none')) return 'none';
  const parts = partsOf(node, knowledge);
  if (parts === undefined || parts.kind === 'any' || parts.kind === 'all') return undefined;
  if (parts.kind === 'one') return 'waits' in parts.strategy ? oneWaiting(parts.strategy, parts.call, knowledge) : undefined;
  const answers = parts.nodes.map((part) => strategyWaiting(part, knowledge));
  if (answers.includes(undefined)) return undefined;
  return (['asked', 'random', 'same'] as const).find((waiting) => answers.includes(waiting)) ?? 'none';
}

function oneWaiting(
  strategy: StrategyFact & { readonly waits: string },
  call: SyntaxNode<'call'> | undefined,
  { view }: Knowledge,
): Waiting | undefined {
  const { waits, by } = strategy as { waits: 'none' | 'fixed' | 'growing' | 'random' | 'asked'; by?: ArgumentPlace };
  if (waits !== 'fixed' || by === undefined || call === undefined) return waits === 'fixed' || waits === 'growing' ? 'same' : waits;
  const { positional, keywords } = callArguments(call);
  const seconds = valueBehind(keywords.get(by.keyword) ?? positional[by.position ?? positional.length], view);
  return seconds?.is('integer', 'float') === true && Number(seconds.text) === 0 ? 'none' : 'same';
}

type Parts =
  | { readonly kind: 'any' | 'all' | 'sum' | 'chain'; readonly nodes: readonly SyntaxNode[] }
  | { readonly kind: 'one'; readonly strategy: StrategyFact; readonly call: SyntaxNode<'call'> | undefined };

const operators = { '|': 'any', '&': 'all', '+': 'sum' } as const;

/** A strategy, or those that an operator or a call joins. */
function partsOf(node: SyntaxNode, { view, catalogue }: Knowledge): Parts | undefined {
  const value = valueBehind(node, view);
  if (value === undefined) return undefined;
  if (value.is('binary_operator')) {
    const kind = Object.entries(operators).find(([operator]) => value.hasToken(operator))?.[1];
    return kind === undefined ? undefined : { kind, nodes: [value.field('left'), value.field('right')] };
  }
  const call = value.is('call') ? value : undefined;
  const strategy = catalogue.lookup(view.nameOf(call?.field('function') ?? value))?.strategy;
  if (strategy === undefined) return undefined;
  if (!('joins' in strategy)) return { kind: 'one', strategy, call };
  const passed = call === undefined ? undefined : callArguments(call);
  return passed === undefined || passed.hasSplat ? undefined : { kind: strategy.joins, nodes: passed.positional };
}

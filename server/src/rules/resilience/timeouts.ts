/** Whether a call to another machine can wait without an end: what its timeout argument says, and what holds without one. */
import type { Catalogue, NamedApi, TimeoutFact, Wait } from '../../catalogue/schema';
import { isSetForAll } from '../../engine/processSettings';
import type { FileView, NoneAnswer } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, enclosing } from '../../syntax/query';
import type { CallArguments } from '../../syntax/query';
import { constructionOf, isChanged, mentionsOf, receiverOf, valueOfAttribute } from './clients';
import { allArguments, spreadWith } from './spreads';

/** What both checks and fixes can ask. */
export interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** A call to another machine whose wait an argument can bound. */
export interface TimedCall {
  /** The call whose arguments reach the callable. */
  readonly call: SyntaxNode<'call'>;
  /** The expression that stands for the callable. */
  readonly callee: SyntaxNode;
  readonly api: NamedApi;
  readonly fact: TimeoutFact;
  /** What the callable gets. */
  readonly passed: CallArguments;
  /** Whether a keyword argument added to the call reaches the callable. */
  readonly takesKeywords: boolean;
  /** Whether the wait is one of the event loop's, which a timeout around it can end. */
  readonly isAwaited: boolean;
}

/** The call, if it is one to another machine, or hands one to a thread: `asyncio.to_thread(requests.get, url)`. */
export function timedCall(call: SyntaxNode<'call'>, knowledge: Knowledge): TimedCall | undefined {
  const callee = call.field('function');
  const api = knowledge.catalogue.lookup(knowledge.view.nameOf(callee));
  const fact = api?.timeout;
  if (api === undefined || fact?.isNetwork !== true) return handedCall(call, knowledge);
  return {
    call,
    callee,
    api,
    fact,
    passed: allArguments(call, knowledge.view),
    takesKeywords: true,
    isAwaited: api.isAsync === true || isEnteredAsync(call),
  };
}

/** `async with AsyncClient() as client`: what is done with the client is awaited in the block. */
function isEnteredAsync(call: SyntaxNode<'call'>): boolean {
  const holder = call.parent?.is('as_pattern') === true ? call.parent.parent : call.parent;
  return holder?.is('with_item') === true && enclosing(holder, 'with_statement')?.hasToken('async') === true;
}

/** Methods of objects of unknown type that are known by name to run a function in a thread; whether they pass on keywords. */
const passersByName: Readonly<Record<string, boolean>> = { submit: true, run_in_executor: false, run_sync: false };

export const passerNames: readonly string[] = Object.keys(passersByName);

/** Whether a call of it can be one to another machine, or hand one to a thread. */
export function mayBeTimed(api: NamedApi | undefined): boolean {
  return api?.timeout?.isNetwork === true || api?.passes !== undefined;
}

function handedCall(call: SyntaxNode<'call'>, { view, catalogue }: Knowledge): TimedCall | undefined {
  const passer = call.field('function');
  const passes = catalogue.lookup(view.nameOf(passer))?.passes;
  const method = passer.is('attribute') ? passer.field('attribute').text : '';
  const takesKeywords =
    passes === undefined ? (Object.hasOwn(passersByName, method) ? passersByName[method] : undefined) : passes === 'arguments';
  if (takesKeywords === undefined) return undefined;
  const passed = allArguments(call, view);
  const offloaded = passed.positional.findIndex((argument) => argument.is('identifier', 'attribute') && view.isOffloaded(argument));
  const isPrepared = offloaded < 0 && view.nameOf(passer) === 'functools.partial';
  const place = isPrepared ? 0 : offloaded;
  const callee = passed.positional[place];
  const api = callee === undefined ? undefined : catalogue.lookup(view.nameOf(callee));
  if (callee === undefined || api?.timeout?.isNetwork !== true) return undefined;
  if (isPrepared && !isCalledAsIs(call, api.timeout, view)) return undefined;
  const rest = { ...passed, positional: passed.positional.slice(place + 1) };
  return { call, callee, api, fact: api.timeout, passed: rest, takesKeywords, isAwaited: !isPrepared };
}

/** Whether what `partial` prepares is called without a limit: on the spot, or under the only name or attribute that holds it. */
function isCalledAsIs(prepared: SyntaxNode<'call'>, { parameter, position }: TimeoutFact, view: FileView): boolean {
  const target = prepared.parent?.is('assignment') === true ? prepared.parent.field('left') : undefined;
  const calls = target === undefined ? callOf(prepared) : isSetOnce(target, view) ? mentionsOf(target, view).flatMap(callOf) : [];
  return calls.some((call) => {
    const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
    // How many places the preparation has taken is not counted: what is given more than one argument by place may be given a limit.
    return !keywords.has(parameter) && !hasSplat && !hasDoubleSplat && (position === undefined || positional.length < 2);
  });
}

function isSetOnce(target: SyntaxNode, view: FileView): boolean {
  if (target.is('identifier')) return view.bindingOf(target)?.declarations.length === 1;
  return (
    mentionsOf(target, view).filter(({ id, parent }) => parent?.is('assignment') === true && parent.field('left').id === id).length === 1
  );
}

/** What lifts a limit: in the argument, or behind its name. */
interface Lifting {
  /** `None` in `(3, None)`, or the default of the parameter that the argument is. */
  readonly part: SyntaxNode;
  /** For a default, how calls come to leave it at that. */
  readonly calls?: NoneAnswer;
}

/** An argument that lifts the limit, and what in it or behind its name does. */
export interface Unlimited extends Lifting {
  readonly argument: SyntaxNode;
}

/** Why a call can wait for ever: nothing sets a limit, or an argument says that there is none. */
export type Endlessness = 'absent' | Unlimited;

export function endlessness(timed: TimedCall, knowledge: Knowledge): Endlessness | undefined {
  const found = statedEndlessness(timed, knowledge);
  return found === undefined || isChanged(timed.callee, timed.api, knowledge) ? undefined : found;
}

function statedEndlessness(timed: TimedCall, knowledge: Knowledge): Endlessness | undefined {
  const { fact, passed } = timed;
  if (isBoundedElse(fact, passed)) return undefined;
  const argument = timeoutArgument(fact, passed);
  if (argument !== undefined) {
    const lifting = liftingIn(argument, timed, knowledge);
    if (lifting === undefined || isMeantSo(timed)) return undefined;
    return { argument: spreadWith(argument, timed.call, knowledge.view) ?? argument, ...lifting };
  }
  if (mayBeHidden(fact, passed)) return undefined;
  return waitWithout(timed, knowledge) === 'forever' ? 'absent' : undefined;
}

function timeoutArgument({ parameter, position }: TimeoutFact, { positional, keywords }: CallArguments): SyntaxNode | undefined {
  return keywords.get(parameter) ?? (position === undefined ? undefined : positional[position]);
}

/** `*args` and `**options` may hold the argument, and in older versions it may have been in another place. */
function mayBeHidden({ position, olderPosition }: TimeoutFact, { positional, hasSplat, hasDoubleSplat }: CallArguments): boolean {
  if (hasDoubleSplat || (hasSplat && (position ?? olderPosition) !== undefined)) return true;
  return olderPosition !== undefined && positional.length > olderPosition;
}

function isBoundedElse({ orElse = [] }: TimeoutFact, { keywords }: CallArguments): boolean {
  return orElse.some((name) => keywords.get(name)?.is('none') === false);
}

/** Streams and long polls have no end to wait for, and who sets one limit and lifts another has thought about both. */
function isMeantSo({ api, fact, passed }: TimedCall): boolean {
  const isStream = api.enters !== undefined && api.opens === true;
  return isStream || (fact.orElse !== undefined && passed.keywords.size + passed.positional.length > 1);
}

/** The value that lifts the limit: `None`, also under a name, for some libraries 0, and `None` in a pair or an object of limits. */
function liftingIn(argument: SyntaxNode, timed: TimedCall, knowledge: Knowledge): Lifting | undefined {
  const { fact } = timed;
  if (argument.is('integer', 'float')) return fact.whenZero === 'forever' && Number(argument.text) === 0 ? itself(argument) : undefined;
  if (fact.whenNone !== 'forever') return undefined;
  if (argument.is('none')) return itself(argument);
  if (argument.is('tuple')) return itself(argument.children.find((limit) => limit.is('none')));
  if (argument.is('call')) return liftingInLimits(argument, timed, knowledge);
  // What the one value is that the class gives an attribute of its objects, it is given where they are made.
  const value = argument.is('attribute') ? valueOfAttribute(argument) : argument;
  if (argument.is('attribute') && value === undefined) return leftByCalls(knowledge.view.noneGiven(argument));
  if (value?.is('call') === true) return liftingInLimits(value, timed, knowledge);
  return value?.is('identifier') === true ? liftingBehind(value, timed, knowledge) : undefined;
}

/**
 * The `None` for which an object of several limits has none for the answer: `Timeout(10, read=None)`. A client that is given one
 * may be for streams, which have no end to wait for, and an object without any limit is told of where it is made.
 */
function liftingInLimits(made: SyntaxNode<'call'>, { api: { methods } }: TimedCall, { view, catalogue }: Knowledge): Lifting | undefined {
  const fact = methods === undefined ? catalogue.lookup(view.nameOf(made.field('function')))?.timeout : undefined;
  if (fact?.outrankedBy === undefined) return undefined;
  const passed = allArguments(made, view);
  if (passed.hasSplat || passed.hasDoubleSplat || passed.keywords.size + passed.positional.length < 2) return undefined;
  const decisive = passed.keywords.get(fact.outrankedBy) ?? timeoutArgument(fact, passed);
  return decisive?.is('none') === true ? itself(decisive) : undefined;
}

function itself(part: SyntaxNode | undefined): Lifting | undefined {
  return part && { part };
}

/** The `None` to which the name is bound and nothing else, or the object of limits, also by calls that leave a parameter at its default. */
function liftingBehind(name: SyntaxNode<'identifier'>, timed: TimedCall, knowledge: Knowledge): Lifting | undefined {
  const binding = knowledge.view.bindingOf(name);
  const [declaration, ...others] = binding?.declarations ?? [];
  if (declaration === undefined || others.length > 0) return undefined;
  const { kind, value } = declaration;
  if (kind === 'assignment' && value?.is('call') === true) return liftingInLimits(value, timed, knowledge);
  if (kind === 'assignment') return value?.is('none') === true ? itself(value) : undefined;
  // Where the parameter is looked at before it is handed on, it is not for us to say what becomes of it.
  const isHandedOn = kind === 'parameter' && binding?.references.length === 1;
  const calls = isHandedOn && declaration.name.is('identifier') ? knowledge.view.noneGiven(declaration.name) : undefined;
  return leftByCalls(calls);
}

function leftByCalls(calls: NoneAnswer | undefined): Lifting | undefined {
  return calls && { part: calls.none, calls };
}

/** The call of what stands there. */
function callOf(callee: SyntaxNode): readonly SyntaxNode<'call'>[] {
  const { parent } = callee;
  return parent?.is('call') === true && parent.field('function').id === callee.id ? [parent] : [];
}

/** What holds without the argument. */
function waitWithout(timed: TimedCall, knowledge: Knowledge): Wait | undefined {
  const { fact, api } = timed;
  if (fact.obeysSocketDefault === true && isSetForAll('socket-default', knowledge.view)) return 'bounded';
  if (fact.whenAbsent === 'inherits') return waitOfClient(timed.callee, knowledge);
  if (isLeftToCalls(timed, knowledge.catalogue)) return 'inherits';
  const { whenAbsentBefore: before } = fact;
  const version = before === undefined ? undefined : knowledge.view.target.library(api.library);
  return before !== undefined && version !== undefined && isBelow(version, before.version) ? before.wait : fact.whenAbsent;
}

/** The client's own limit, where it is made in view. One that says `timeout=None` is reported itself. */
function waitOfClient(callee: SyntaxNode, knowledge: Knowledge): Wait | undefined {
  const made = constructionOf(receiverOf(callee), knowledge.view);
  const fact = made === undefined ? undefined : knowledge.catalogue.lookup(knowledge.view.nameOf(made.field('function')))?.timeout;
  if (made === undefined || fact === undefined) return undefined;
  const passed = allArguments(made, knowledge.view);
  if (timeoutArgument(fact, passed) !== undefined || mayBeHidden(fact, passed) || isBoundedElse(fact, passed)) return 'bounded';
  return fact.whenAbsent;
}

/** A pool whose calls take a timeout of their own, or a connection that is not made yet (`FTP()`): its calls are looked at. */
function isLeftToCalls({ api, passed }: TimedCall, catalogue: Catalogue): boolean {
  const isUsedLater = api.blocks === undefined || passed.positional.length + passed.keywords.size === 0;
  if (api.methods === undefined || !isUsedLater) return false;
  const classes = [api, ...(api.bases ?? []).map((base) => catalogue.lookup(base))];
  return classes.some((each) => Object.values(each?.methods ?? {}).some(({ timeout }) => timeout?.whenAbsent === 'inherits'));
}

function isBelow(version: readonly number[], limit: string): boolean {
  const limits = limit.split('.').map(Number);
  const at = limits.findIndex((number, index) => (version[index] ?? 0) !== number);
  return at >= 0 && (version[at] ?? 0) < (limits[at] ?? 0);
}

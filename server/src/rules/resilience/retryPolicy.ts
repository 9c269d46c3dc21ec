/**
 * Retry policies as the code writes them, of whichever library.
 *
 * Invariants: a policy is what one expression makes: a decorator, a call, or a call that changes another policy; what the
 * libraries' arguments mean stands in the catalogue. What cannot be seen is hidden, and then nothing is said about it.
 */
import type { ArgumentPlace, Catalogue, NamedApi, RetryFact } from '../../catalogue/schema';
import type { Finding } from '../../engine/finding';
import type { FindingOptions, Findings } from '../../engine/rule';
import { isTestFile } from '../../engine/testFiles';
import type { FileView } from '../../project/view';
import type { Range, SyntaxNode } from '../../syntax/node';
import { callArguments, decoratorsOf, enclosingFunction, isAsync, unparenthesised } from '../../syntax/query';
import { constructionOf } from './clients';
import { isGenerator } from './decorated';
import { allArguments } from './spreads';

/** What both checks and fixes can ask. */
export interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

export interface RetryPolicy {
  /** The call, or the decorator without one. */
  readonly node: SyntaxNode<'call' | 'decorator'>;
  readonly callee: SyntaxNode;
  readonly api: NamedApi;
  readonly fact: RetryFact;
  /** Set where the policy is made from another, which may be reported itself: only what the call says is its own. */
  readonly isChange: boolean;
  readonly layers: readonly Layer[];
  /** The calls that make it, where `functools.partial` only prepares them. */
  readonly calls?: readonly SyntaxNode<'call'>[];
}

/** The arguments of one call, dictionaries that are spread in view included. */
interface Layer {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  /** Whether anything else may be passed. */
  readonly isOpen: boolean;
}

/** What is passed for an argument: the value, nothing, or something that cannot be seen. */
export type Passed = { readonly value: SyntaxNode; readonly isOwn: boolean } | 'nothing' | 'hidden';

/** The hooks of a rule that looks at policies. */
export function forPolicies<Context extends Knowledge>(
  check: (policy: RetryPolicy, context: Context) => Findings,
): {
  readonly knownCalls: {
    readonly facts: readonly ['retry', 'changesRetry'];
    readonly check: (call: SyntaxNode<'call'>, context: Context) => Findings;
  };
  readonly namedCalls: { readonly names: readonly string[]; readonly check: (call: SyntaxNode<'call'>, context: Context) => Findings };
  readonly knownDecorators: {
    readonly facts: readonly ['retry'];
    readonly check: (decorator: SyntaxNode<'decorator'>, context: Context) => Findings;
  };
} {
  const checked = (node: SyntaxNode, context: Context): Findings => {
    const policy = policyAt(node, context);
    return policy === undefined || isOnGenerator(policy) ? undefined : check(policy, context);
  };
  return {
    knownCalls: { facts: ['retry', 'changesRetry'], check: checked },
    namedCalls: { names: ['retry_with', 'partial'], check: checked },
    // A decorator that is called is seen as that call.
    knownDecorators: {
      facts: ['retry'],
      check: (node, context) => (node.children[0]?.is('call') === true ? undefined : checked(node, context)),
    },
  };
}

/** Whether the library only makes the generator anew, which cannot fail: whatever the policy says, nothing is ever retried. */
function isOnGenerator(policy: RetryPolicy): boolean {
  const decorated = policy.fact.callsGenerators === true ? decoratedFunction(policy) : undefined;
  return decorated !== undefined && isGenerator(decorated);
}

/** The policy that a node makes, whoever uses it. */
export function policyAt(node: SyntaxNode, knowledge: Knowledge, depth = 0): RetryPolicy | undefined {
  if (!node.is('call', 'decorator')) return undefined;
  const callee = node.is('call') ? node.field('function') : node.children[0];
  if (callee?.is('identifier', 'attribute') !== true || depth > deepestChange) return undefined;
  const { view, catalogue } = knowledge;
  const api = catalogue.lookup(view.nameOf(callee));
  if (node.is('call') && callee.is('attribute') && api?.changesRetry === true) {
    const base = constructionOf(callee.field('object'), view);
    const changed = base === undefined ? undefined : policyAt(base, knowledge, depth + 1);
    const fact = changed?.fact ?? catalogue.lookup(api.returns)?.retry;
    const layers = [layerOf(node, view), ...(changed?.layers ?? [openLayer])];
    return fact === undefined ? undefined : { node, callee, api: changed?.api ?? api, fact, isChange: true, layers };
  }
  if (node.is('call') && callee.is('attribute') && callee.field('attribute').text === 'retry_with') {
    const changed = policyOn(callee.field('object'), knowledge, depth);
    return changed && { ...changed, node, callee, isChange: true, layers: [layerOf(node, view), ...changed.layers] };
  }
  if (node.is('call') && view.nameOf(callee) === 'functools.partial') return preparedPolicy(node, knowledge);
  // An object of a class that retries is called with the function; only the class itself makes a policy.
  if (api?.retry === undefined || isObject(callee, view)) return undefined;
  const layers = node.is('call') ? [layerOf(node, view)] : [];
  return { node, callee, api, fact: api.retry, isChange: false, layers };
}

/** `retry_http = partial(retry, stop=…)`, of which all calls pass nothing more, or the only one does. */
function preparedPolicy(prepared: SyntaxNode<'call'>, { view, catalogue }: Knowledge): RetryPolicy | undefined {
  const [callee] = callArguments(prepared).positional;
  const api = callee?.is('identifier', 'attribute') === true ? catalogue.lookup(view.nameOf(callee)) : undefined;
  if (callee === undefined || api?.retry === undefined || isObject(callee, view)) return undefined;
  const { positional, keywords, isOpen } = layerOf(prepared, view);
  const own = { positional: positional.slice(1), keywords, isOpen };
  const name = prepared.parent?.is('assignment') === true ? prepared.parent.field('left') : undefined;
  const binding = name?.is('identifier') === true ? view.bindingOf(name) : undefined;
  const calls = (binding?.references ?? []).flatMap(({ parent, id }) =>
    parent?.is('call') === true && parent.field('function').id === id ? [parent] : [],
  );
  const [only, ...others] = calls;
  const areAllSeen = binding?.declarations.length === 1 && calls.length === binding.references.length;
  if (only === undefined || !areAllSeen || own.positional.length + keywords.size === 0) return undefined;
  const isSame = calls.every((call) => call.field('arguments').children.length === 0);
  if (others.length > 0 && !isSame) return undefined;
  const layers = isSame ? [own] : [layerOf(only, view), own];
  return { node: prepared, callee, api, fact: api.retry, isChange: false, layers, calls };
}

/** The policy that decorates the function of a name, where functions with such a policy can be given another. */
function policyOn(name: SyntaxNode, knowledge: Knowledge, depth: number): RetryPolicy | undefined {
  const definition = definitionOf(name, knowledge.view);
  for (const decorator of definition === undefined ? [] : decoratorsOf(definition)) {
    const [expression] = decorator.children;
    const policy = policyAt(expression?.is('call') === true ? expression : decorator, knowledge, depth + 1);
    if (policy?.fact.wrapsFirst === true) return policy;
  }
  return undefined;
}

/** The function of this file that a name stands for. */
export function definitionOf(name: SyntaxNode | undefined, view: FileView): SyntaxNode<'function_definition'> | undefined {
  const [only, ...others] = name?.is('identifier') === true ? (view.bindingOf(name)?.declarations ?? []) : [];
  return others.length === 0 && only?.node.is('function_definition') === true ? only.node : undefined;
}

const deepestChange = 4;
const openLayer: Layer = { positional: [], keywords: new Map(), isOpen: true };

/** Whether the name is that of an object, and its class was found by its type. */
function isObject(callee: SyntaxNode, view: FileView): boolean {
  const declarations = callee.is('identifier') ? (view.bindingOf(callee)?.declarations ?? []) : [];
  return declarations.some(({ kind, value }) => kind === 'parameter' || value?.is('call') === true);
}

function layerOf(call: SyntaxNode<'call'>, view: FileView): Layer {
  const { positional, keywords, hasSplat, hasDoubleSplat } = allArguments(call, view);
  return { positional, keywords, isOpen: hasSplat || hasDoubleSplat };
}

/** The expression behind a name that is bound once, to a value in view; other expressions as they are. */
export function valueBehind(node: SyntaxNode | undefined, view: FileView): SyntaxNode | undefined {
  let value = node === undefined ? undefined : unparenthesised(node);
  for (let steps = 0; value?.is('identifier') === true && steps < mostSteps; steps += 1) {
    const [only, ...others] = view.bindingOf(value)?.declarations ?? [];
    if (only?.kind !== 'assignment' || only.value === undefined || others.length > 0) return value;
    value = unparenthesised(only.value);
  }
  return value;
}

const mostSteps = 4;

/** What the policy is given for an argument, by the call itself or by the policy that it changes. */
export function passedFor({ layers, isChange }: RetryPolicy, place: ArgumentPlace): Passed {
  for (const [index, { positional, keywords, isOpen }] of layers.entries()) {
    const value = keywords.get(place.keyword) ?? (place.position === undefined ? undefined : positional[place.position]);
    if (value !== undefined) return { value, isOwn: !isChange || index === 0 };
    if (isOpen) return 'hidden';
  }
  return 'nothing';
}

/** `retry(load)`: nothing but the function is passed. */
export function isBareCall({ node, fact }: Pick<RetryPolicy, 'node' | 'fact'>): boolean {
  if (fact.wrapsFirst !== true || !node.is('call')) return false;
  const { positional, keywords } = callArguments(node);
  return positional.length === 1 && keywords.size === 0;
}

/** What is retried: a function of the file, the block of a loop over attempts, or another callable. */
export interface RetryTarget {
  /** The function's body, or the loop's; undefined for a callable that is defined elsewhere. */
  readonly body: SyntaxNode | undefined;
  /** The callable that is handed over. */
  readonly callable: SyntaxNode | undefined;
  readonly definition: SyntaxNode<'function_definition'> | undefined;
  readonly isAsync: boolean;
}

/** What a policy is used for, as far as the file shows. */
export function targetsOf(policy: RetryPolicy, view: FileView): readonly RetryTarget[] {
  const { node, callee } = policy;
  if (node.is('decorator')) return decoratedBy(node);
  if (policy.calls !== undefined) return policy.calls.flatMap((call) => targetsOfValue(call, view));
  const changed = policy.isChange && callee.is('attribute') ? definitionOf(callee.field('object'), view) : undefined;
  if (changed !== undefined) return [functionTarget(changed)];
  return isBareCall(policy) && node.is('call') ? handedFirst(node, view) : targetsOfValue(node, view);
}

function targetsOfValue(value: SyntaxNode, view: FileView, isName = false): readonly RetryTarget[] {
  const { parent } = value;
  if (parent?.is('decorator') === true) return decoratedBy(parent);
  if (parent?.is('for_statement') === true && parent.field('right').id === value.id) {
    const body = parent.field('body');
    return [{ body, callable: undefined, definition: enclosingFunction(parent), isAsync: isAsync(parent) }];
  }
  if (parent?.is('call') === true && parent.field('function').id === value.id) return handedFirst(parent, view);
  if (parent?.is('attribute') === true && parent.parent?.is('call') === true && parent.field('attribute').text === 'wraps')
    return handedFirst(parent.parent, view);
  if (isName || parent?.is('assignment') !== true) return [];
  const name = parent.field('left');
  const references = name.is('identifier') ? (view.bindingOf(name)?.references ?? []) : [];
  return references.flatMap((reference) => targetsOfValue(reference, view, true));
}

function decoratedBy(decorator: SyntaxNode<'decorator'>): readonly RetryTarget[] {
  const definition = decorator.parent?.is('decorated_definition') === true ? decorator.parent.field('definition') : undefined;
  return definition?.is('function_definition') === true ? [functionTarget(definition)] : [];
}

function functionTarget(definition: SyntaxNode<'function_definition'>): RetryTarget {
  return { body: definition.field('body'), callable: undefined, definition, isAsync: isAsync(definition) };
}

/** The function that a call is given first: `Retrying(…)(load, 3)`, `retry(load)`. */
function handedFirst(call: SyntaxNode<'call'>, view: FileView): readonly RetryTarget[] {
  const [first] = callArguments(call).positional;
  if (first?.is('identifier', 'attribute') !== true) return [];
  const definition = definitionOf(first, view);
  if (definition !== undefined) return [functionTarget(definition)];
  return [{ body: undefined, callable: first, definition: undefined, isAsync: false }];
}

/** Whether the policy is only there to make others from: then those are looked at. */
export function isTemplate({ node }: RetryPolicy, { view, catalogue }: Knowledge): boolean {
  const assignment = node.parent;
  const name = assignment?.is('assignment') === true ? assignment.field('left') : undefined;
  const references = name?.is('identifier') === true ? (view.bindingOf(name)?.references ?? []) : [];
  return (
    references.length > 0 &&
    references.every(({ parent }) => parent?.is('attribute') === true && catalogue.lookup(view.nameOf(parent))?.changesRetry === true)
  );
}

/** Where a policy says something: the argument, if it is its own and stands in the call; else what is called. */
export function placeOf(policy: RetryPolicy, place: ArgumentPlace): SyntaxNode {
  const passed = passedFor(policy, place);
  const { node, callee } = policy;
  if (typeof passed === 'string' || !passed.isOwn) return callee;
  return node.start <= passed.value.start && passed.value.end <= node.end ? passed.value : callee;
}

/** The function that a policy decorates, for messages. */
export function decoratedFunction(policy: RetryPolicy): SyntaxNode<'function_definition'> | undefined {
  const { node } = policy;
  const decorator = node.is('decorator') ? node : node.parent;
  return decorator?.is('decorator') === true ? decoratedBy(decorator)[0]?.definition : undefined;
}

/** The function that a policy is about: the one it decorates, or the one it stands in. */
export function functionOf(policy: RetryPolicy): SyntaxNode<'function_definition'> | undefined {
  return decoratedFunction(policy) ?? enclosingFunction(policy.node);
}

/**
 * In tests, and in tools that somebody runs and watches, a retry has nobody to spare, and nobody reads its log. Only at the top of a
 * project is a folder `tools` one of these: inside of a package it holds what an agent, or another part of the service, works with.
 */
export function isInTests(view: FileView): boolean {
  return isTestFile(view) || /^tools\/|(?:^|\/)(?:hack|scripts?)\//.test(view.path);
}

/** The messages that rules on policies have in common: for a decorator, and for a policy that is called or iterated over. */
interface PolicyFinding {
  (at: Range, message: 'decorated', data: { callee: string; function: string }, options: FindingOptions): Finding;
  (at: Range, message: 'called', data: { callee: string }, options: FindingOptions): Finding;
}

/** A finding on a policy, which names the function that it decorates where it does. */
export function findingOn(policy: RetryPolicy, at: Range, finding: PolicyFinding, options: FindingOptions): Finding {
  const callee = policy.callee.text;
  const decorated = decoratedFunction(policy)?.field('name').text;
  return decorated === undefined
    ? finding(at, 'called', { callee }, options)
    : finding(at, 'decorated', { callee, function: decorated }, options);
}

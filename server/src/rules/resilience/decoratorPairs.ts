/**
 * Two decorators of one function that would do what they are for in the other order.
 *
 * Invariant: what a decorator does is read from the catalogue or from the file's own code; of timeouts alone the name is enough.
 */
import { asksForKind, coverOf } from '../../engine/wrappers';
import type { Wrapper } from '../../engine/wrappers';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, decoratorCallee, decoratorsOf, descendants, isAsync } from '../../syntax/query';
import { cachedFunction } from './caches';
import { isUnderDeadline } from './deadlines';
import { isGenerator } from './decorated';
import { isDerived } from './errorClasses';
import { conditionOf, hasPart, retriedLists, retries } from './retryConditions';
import { isTemplate, policyAt, type Knowledge, type RetryPolicy } from './retryPolicy';
import { attemptsOf, hasDeadline, waitOf } from './retryTimes';
import { wrappersBy } from './wrappers';

type Line = SyntaxNode<'decorator'>;
type Definition = SyntaxNode<'function_definition'>;

/** What is wrong with the order; `perAttempt` may be meant. */
export type Disorder = 'perAttempt' | 'cached' | 'swallowed' | 'coroutine' | 'pauses' | 'uncallable' | 'unregistered';

export interface DecoratorPair {
  readonly disorder: Disorder;
  readonly upper: Line;
  readonly lower: Line;
  readonly definition: Definition;
}

/** The pair of a decorator and one below it. */
export function disorderedPair(upper: Line, knowledge: Knowledge): DecoratorPair | undefined {
  const definition = upper.parent?.is('decorated_definition') === true ? upper.parent.field('definition') : undefined;
  if (definition?.is('function_definition') !== true) return undefined;
  const below = decoratorsOf(definition).filter((other) => other.id > upper.id);
  if (below.length === 0) return undefined;
  const policy = policyOf(upper, knowledge);
  const wrappers = policy === undefined ? wrappersBy(upper, knowledge.view) : [];
  const isKnown = policy !== undefined || wrappers.length > 0 || cachedFunction(upper, knowledge) !== undefined;
  if (!isKnown && !isTimeout(upper)) return undefined;
  for (const lower of below) {
    const disorder =
      misplaced(lower, definition, isKnown, knowledge) ??
      (policy === undefined ? pausing(wrappers, lower, definition, knowledge) : retryAbove(policy, upper, lower, definition, knowledge));
    if (disorder !== undefined) return { disorder, upper, lower, definition };
  }
  return undefined;
}

function policyOf(line: Line, knowledge: Knowledge): RetryPolicy | undefined {
  const [expression] = line.children;
  const policy = policyAt(expression?.is('call') === true ? expression : line, knowledge);
  return policy?.fact.isSetting === true ? undefined : policy;
}

/** Above what makes no function of it, or keeps the function as it is without what stands above. */
function misplaced(lower: Line, definition: Definition, isKnown: boolean, { view }: Knowledge): Disorder | undefined {
  const name = decoratorCallee(lower);
  const last = name?.is('attribute') === true ? name.field('attribute').text : name?.text;
  if (isKnown && (unmade.has(view.nameOf(name) ?? '') || (name?.is('attribute') === true && last === 'setter'))) return 'uncallable';
  return registering.has(last ?? '') && registered.has(view.roleOf(definition)?.kind ?? '') ? 'unregistered' : undefined;
}

const unmade: ReadonlySet<string> = new Set(['builtins.classmethod', 'builtins.property', 'functools.cached_property']);
const registered: ReadonlySet<string> = new Set(['route', 'websocket', 'exception-handler', 'event-handler', 'middleware', 'task']);
const registering: ReadonlySet<string> = new Set(
  'get post put patch delete head options trace api_route route websocket exception_handler on_event middleware task shared_task actor'.split(
    ' ',
  ),
);

function retryAbove(policy: RetryPolicy, upper: Line, lower: Line, definition: Definition, knowledge: Knowledge): Disorder | undefined {
  const condition = conditionOf(policy, knowledge);
  const isByResult = hasPart(condition, 'results');
  if (isByResult && cachedFunction(lower, knowledge) !== undefined) return 'cached';
  const wrappers = wrappersBy(lower, knowledge.view);
  const isNext = decoratorsOf(definition).at(-1)?.id === lower.id;
  const isCoroutine = isNext && isAsync(definition) && !isGenerator(definition) && policy.fact.isAsync !== true;
  const isPlainWrapper = wrappers.length > 0 ? wrappers.every(handsOutCoroutine) : knowledge.view.wrappingBy(lower)?.handsOut === true;
  if (isCoroutine && isPlainWrapper) return 'coroutine';
  if (!isByResult && wrappers.length > 0 && wrappers.every((wrapper) => swallows(wrapper, policy, knowledge))) return 'swallowed';
  const isLimit = isTimeout(lower) || (wrappers.length > 0 && wrappers.every((wrapper) => limits(wrapper, knowledge)));
  if (!isLimit || hasDeadline(policy, knowledge) !== false || isTemplate(policy, knowledge)) return undefined;
  const above = decoratorsOf(definition).filter((other) => other.id < upper.id);
  if (above.some((other) => isTimeout(other) || wrappersBy(other, knowledge.view).some((wrapper) => limits(wrapper, knowledge))))
    return undefined;
  // One attempt more adds little, and a timeout that is not retried ends all of them.
  const attempts = attemptsOf(policy, knowledge);
  const isShort = attempts !== undefined && attempts <= 2;
  return isShort || retries(condition, 'builtins.TimeoutError', knowledge) === false ? undefined : 'perAttempt';
}

/** A plain wrapper that returns what the call gives: to a retry it looks like a plain function that never fails. */
function handsOutCoroutine({ definition, decorator, calls }: Wrapper): boolean {
  return !isAsync(definition) && !asksForKind(decorator) && calls.every((call) => call.parent?.is('return_statement') === true);
}

/** Whether nothing comes out of the wrapper that the policy retries. */
function swallows({ definition, decorator, calls }: Wrapper, policy: RetryPolicy, knowledge: Knowledge): boolean {
  const { view, catalogue } = knowledge;
  const listed = retriedLists(conditionOf(policy, knowledge)).flatMap(({ errors }) => errors);
  return calls.every((call) => {
    const cover = coverOf(call, definition);
    if (cover?.is('try_statement') !== true || (!isAsync(definition) && asksForKind(decorator))) return false;
    const clauses = cover.children.filter((clause) => clause.is('except_clause'));
    if (clauses.some((clause) => [...descendants(clause)].some((node) => node.is('raise_statement')))) return false;
    const caught = clauses.flatMap((clause) =>
      classesOf(clause).map((node) => (node === undefined ? 'builtins.Exception' : view.nameOf(node))),
    );
    const isCaught = (error: string): boolean => caught.some((name) => name !== undefined && isDerived(error, name, catalogue));
    return isCaught('builtins.Exception') || (listed.length > 0 && listed.every(({ name }) => name !== undefined && isCaught(name)));
  });
}

/** The classes that a clause catches; undefined for all of them. */
function classesOf(clause: SyntaxNode<'except_clause'>): readonly (SyntaxNode | undefined)[] {
  const [first] = clause.children;
  const caught = first?.is('as_pattern') === true ? first.children[0] : first;
  if (caught?.is('block') !== false) return [undefined];
  return caught.is('tuple') ? caught.children : [caught];
}

function limits({ calls }: Wrapper, knowledge: Knowledge): boolean {
  return calls.every((call) => isUnderDeadline(call, knowledge));
}

/** `@with_timeout(30)`, but not `@pytest.mark.timeout(30)` nor `@timeout.setter`. */
function isTimeout(line: Line): boolean {
  const [call] = line.children;
  const name = call?.is('call') === true ? call.field('function') : undefined;
  return (
    name !== undefined && /timeout/i.test(name.is('attribute') ? name.field('attribute').text : name.text) && !/\bmark\b/.test(name.text)
  );
}

/** An async wrapper that calls a plain function where it stands: a retry below it waits there too. */
function pausing(wrappers: readonly Wrapper[], lower: Line, definition: Definition, knowledge: Knowledge): Disorder | undefined {
  if (wrappers.length === 0 || isAsync(definition)) return undefined;
  const policy = policyOf(lower, knowledge);
  const waiting = policy === undefined ? undefined : waitOf(policy, knowledge)?.waiting;
  if (waiting === undefined || waiting === 'none') return undefined;
  return wrappers.every(callsInPlace) ? 'pauses' : undefined;
}

function callsInPlace({ definition, decorator, calls }: Wrapper): boolean {
  if (!isAsync(definition) || asksForKind(decorator)) return false;
  return calls.every((call) => {
    for (const outer of ancestors(call)) {
      if (outer.id === definition.id) return true;
      if (outer.is('lambda', 'await')) return false;
    }
    return false;
  });
}

import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { isWithin } from '../../../syntax/query';
import { isLostRace } from '../errorClasses';
import { ownNodes } from '../retryCalls';
import { conditionOf, hasPart, retriedLists } from '../retryConditions';
import { argumentEdits, libraryNames } from '../retryEdits';
import { isSingle } from '../retryOccasions';
import { findingOn, forPolicies, isInTests, isTemplate, passedFor, policyAt, targetsOf, valueBehind } from '../retryPolicy';
import type { Knowledge, Passed, RetryPolicy } from '../retryPolicy';
import { isEndless, noPauseOf, waitOf } from '../retryTimes';

const messages = {
  decorated: '`{callee}` retries `{function}` without a pause',
  called: '`{callee}` retries without a pause',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'unsafe',
  messages,
  ...forPolicies((policy, context: Context): Finding | undefined => {
    if (policy.fact.wait === undefined) return undefined;
    const wait = waitOf(policy, context);
    if (wait?.waiting !== 'none' || !wait.isOwn || isInTests(context.view) || isTemplate(policy, context)) return undefined;
    // Without an end it has its own finding; without a second attempt there is nothing to wait for.
    if (isEndless(policy, context) || isSingle(policy, context) || isOff(policy, context) || needsNone(policy, context)) return undefined;
    const { callee } = policy;
    const options = { fixes: [{ id: 'wait' }] };
    const at = wait.node !== undefined && policy.node.start <= wait.node.start && wait.node.end <= policy.node.end ? wait.node : callee;
    return findingOn(policy, at, context.finding, options);
  }),
  fixes: {
    wait: {
      kind: 'unsafe',
      title: 'Wait longer and longer between attempts',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        return policy === undefined ? undefined : waiting(policy, context);
      },
    },
  },
});

/** `Retry(0)`, `Retry(total=False)`. */
function isOff(policy: RetryPolicy, { view }: Knowledge): boolean {
  return policy.fact.limits.some((limit) => {
    const passed = passedFor(policy, limit);
    const value = typeof passed === 'string' || limit.takes === 'pauses' ? undefined : valueBehind(passed.value, view);
    return value?.is('false') === true || (value?.is('integer') === true && Number(value.text) === 0);
  });
}

/** A lost race is tried again at once; and code that pauses by itself, or by a `sleep` of its own, needs no other pause. */
function needsNone(policy: RetryPolicy, knowledge: Knowledge): boolean {
  if (passedFor(policy, { keyword: 'sleep', position: 0 }) !== 'nothing' && policy.fact.wait?.takes === 'strategy') return true;
  if (policy.fact.on !== undefined) {
    const condition = conditionOf(policy, knowledge);
    if (hasPart(condition, 'unknown') || retriedLists(condition).some(({ errors }) => errors.some(({ node }) => isLostRace(node.text))))
      return true;
  }
  return targetsOf(policy, knowledge.view).some(({ body }) => body !== undefined && [...ownNodes(body)].some((node) => isSleep(node)));
}

function isSleep(node: SyntaxNode): boolean {
  const callee = node.is('call') ? node.field('function') : undefined;
  return (callee?.is('attribute') === true ? callee.field('attribute') : callee)?.text === 'sleep';
}

function waiting(policy: RetryPolicy, context: FixContext): readonly TextEdit[] | undefined {
  const { wait } = policy.fact;
  if (wait === undefined) return undefined;
  if (wait.takes === 'factor') return argumentEdits(policy, wait, '0.5', context);
  if (wait.takes === 'generator') return growing(policy, passedFor(policy, wait), context);
  const names = libraryNames(policy, ['wait_exponential_jitter'], context);
  if (names === undefined) return undefined;
  const edits = argumentEdits(policy, wait, `${names.prefix}wait_exponential_jitter(initial=0.5, max=10)`, context);
  return edits === undefined ? undefined : [...names.edits, ...edits];
}

/** backoff's own times that grow, in place of those that are all 0. */
function growing(policy: RetryPolicy, generator: Passed, context: FixContext): readonly TextEdit[] | undefined {
  const pause = typeof generator === 'string' ? undefined : noPauseOf(policy, generator.value, context);
  const argument = pause?.value.parent;
  if (typeof generator === 'string' || argument?.is('keyword_argument') !== true || !isWithin(generator.value, policy.node))
    return undefined;
  const names = isWithin(argument, policy.node) ? libraryNames(policy, ['expo'], context) : undefined;
  if (names === undefined) return undefined;
  return [...names.edits, context.edit.replace(generator.value, `${names.prefix}expo`), context.edit.replace(argument, 'factor=0.5')];
}

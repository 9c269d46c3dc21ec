import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import { isUnderDeadline } from '../deadlines';
import { argumentEdits, libraryNames } from '../retryEdits';
import { isAboutFiles, isStartUpWait } from '../retryOccasions';
import { decoratedFunction, findingOn, forPolicies, functionOf, isInTests, isTemplate, passedFor, placeOf, policyAt } from '../retryPolicy';
import type { Knowledge, RetryPolicy } from '../retryPolicy';
import { attemptsOf, hasDeadline, isEndless, longestPause } from '../retryTimes';

const messages = {
  decorated: '`{callee}` limits the attempts at `{function}`, and not their time',
  called: '`{callee}` limits the attempts, and not their time',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['retries', 'timeouts'],
  fix: 'unsafe',
  messages,
  ...forPolicies((policy, context: Context): Finding | undefined => {
    const { fact } = policy;
    if (fact.deadline === undefined || policy.isChange || hasDeadline(policy, context) !== false) return undefined;
    if (isEndless(policy, context) || isInTests(context.view) || isTemplate(policy, context) || isLimitedElse(policy, context))
      return undefined;
    const attempts = attemptsOf(policy, context);
    // One more attempt adds little to what the first one takes.
    if (attempts !== undefined && attempts <= 2) return undefined;
    if (isStartUpWait(policy, context) || isAboutFiles(policy, context)) return undefined;
    const isCut = (attempts ?? 0) * (longestPause(policy, context) ?? 0) > fixedSeconds;
    const options = { fixes: isCut ? [] : [{ id: 'deadline' }] };
    const at = placeOf(policy, fact.deadline);
    return findingOn(policy, at, context.finding, options);
  }),
  fixes: {
    deadline: {
      kind: 'unsafe',
      title: 'Limit the time of all attempts to 60 seconds',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        return policy === undefined ? undefined : limited(policy, context);
      },
    },
  },
});

/** What the fix writes; where the pauses alone are meant to take longer, no number can be guessed. */
const fixedSeconds = 60;

/** By a timeout around the loop, or a decorator that limits all attempts together. */
function isLimitedElse(policy: RetryPolicy, knowledge: Knowledge): boolean {
  const decorated = decoratedFunction(policy);
  if (decorated === undefined) return functionOf(policy) !== undefined && isUnderDeadline(policy.node, knowledge);
  return isUnderDeadline(decorated.field('body'), knowledge);
}

function limited(policy: RetryPolicy, context: FixContext): readonly TextEdit[] | undefined {
  const { deadline } = policy.fact;
  if (deadline === undefined) return undefined;
  if (deadline.takes === 'seconds') return argumentEdits(policy, deadline, String(fixedSeconds), context);
  const passed = passedFor(policy, deadline);
  const names = libraryNames(policy, ['stop_after_delay'], context);
  if (typeof passed === 'string' || names === undefined || !passed.value.is('call', 'identifier', 'attribute', 'binary_operator'))
    return undefined;
  const stop = passed.value.is('binary_operator') ? `(${passed.value.text})` : passed.value.text;
  const edits = argumentEdits(policy, deadline, `${stop} | ${names.prefix}stop_after_delay(${fixedSeconds})`, context);
  return edits === undefined ? undefined : [...names.edits, ...edits];
}

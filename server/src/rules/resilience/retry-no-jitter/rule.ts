import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments } from '../../../syntax/query';
import { argumentEdits, libraryNames } from '../retryEdits';
import { isAboutFiles, isPolling, isSingle, isStartUpWait } from '../retryOccasions';
import { findingOn, forPolicies, isInTests, isTemplate, passedFor, placeOf, policyAt } from '../retryPolicy';
import type { Knowledge, RetryPolicy } from '../retryPolicy';
import { waitOf } from '../retryTimes';

const messages = {
  decorated: '`{callee}` retries `{function}` after pauses that are the same for everybody',
  called: '`{callee}` retries after pauses that are the same for everybody',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'unsafe',
  messages,
  ...forPolicies((policy, context: Context): Finding | undefined => {
    const { callee, fact } = policy;
    if (!isInStep(policy, context) || isInTests(context.view) || isTemplate(policy, context)) return undefined;
    if (isStartUpWait(policy, context) || isSingle(policy, context)) return undefined;
    if (isAboutFiles(policy, context) || isPolling(policy, context)) return undefined;
    const options = { fixes: [{ id: 'jitter' }] };
    const place = fact.jitter ?? fact.wait;
    const at = place === undefined ? callee : placeOf(policy, place);
    return findingOn(policy, at, context.finding, options);
  }),
  fixes: {
    jitter: {
      kind: 'unsafe',
      title: 'Add chance to the pauses',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        return policy === undefined ? undefined : jittered(policy, context);
      },
    },
  },
});

/** Whether two who fail at the same moment also retry at the same moments. */
function isInStep(policy: RetryPolicy, knowledge: Knowledge): boolean {
  const { jitter, wait } = policy.fact;
  if (jitter !== undefined) {
    const passed = passedFor(policy, jitter);
    if (typeof passed === 'string') return passed === 'nothing' && jitter.whenAbsent === 'none' && !policy.isChange;
    const { value } = passed;
    return passed.isOwn && (value.is('none') || (value.is('integer', 'float') && Number(value.text) === 0));
  }
  // A factor can be given no chance in every version of its library.
  if (wait === undefined || wait.takes === 'factor') return false;
  const found = waitOf(policy, knowledge);
  return found?.waiting === 'same' && found.isOwn;
}

function jittered(policy: RetryPolicy, context: FixContext): readonly TextEdit[] | undefined {
  const { jitter, wait } = policy.fact;
  if (jitter !== undefined) {
    if (jitter.keyword !== 'jitter') return argumentEdits(policy, jitter, '1.0', context);
    const names = libraryNames(policy, ['full_jitter'], context);
    const edits = names && argumentEdits(policy, jitter, `${names.prefix}full_jitter`, context);
    return names === undefined || edits === undefined ? undefined : [...names.edits, ...edits];
  }
  const passed = wait === undefined ? 'nothing' : passedFor(policy, wait);
  if (wait === undefined || typeof passed === 'string') return undefined;
  const { value } = passed;
  const isHere = policy.node.start <= value.start && value.end <= policy.node.end;
  return isHere ? (exponential(policy, value, context) ?? withRandom(policy, value, context)) : undefined;
}

/** `wait_exponential(multiplier=1, max=10)` has a twin with chance, which calls its arguments otherwise. */
function exponential(policy: RetryPolicy, value: SyntaxNode, context: FixContext): readonly TextEdit[] | undefined {
  if (!value.is('call') || context.catalogue.lookup(context.view.nameOf(value.field('function')))?.name !== 'tenacity.wait_exponential')
    return undefined;
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(value);
  const names = libraryNames(policy, ['wait_exponential_jitter'], context);
  if (names === undefined || hasSplat || hasDoubleSplat || positional.length > 1 || [...keywords.keys()].some((key) => !(key in renamed)))
    return undefined;
  const first = positional[0] === undefined ? [] : [`initial=${positional[0].text}`];
  const others = [...keywords].map(([key, argument]) => `${renamed[key as keyof typeof renamed]}=${argument.text}`);
  return [...names.edits, context.edit.replace(value, `${names.prefix}wait_exponential_jitter(${[...first, ...others].join(', ')})`)];
}

/** What `wait_exponential` calls it, and what its twin does; `min` has none there. */
const renamed = { multiplier: 'initial', max: 'max', exp_base: 'exp_base' } as const;

function withRandom(policy: RetryPolicy, value: SyntaxNode, context: FixContext): readonly TextEdit[] | undefined {
  const names = libraryNames(policy, ['wait_random'], context);
  if (names === undefined || !value.is('call', 'identifier', 'attribute', 'binary_operator')) return undefined;
  return [...names.edits, context.edit.insert(value.end, ` + ${names.prefix}wait_random(0, 1)`)];
}

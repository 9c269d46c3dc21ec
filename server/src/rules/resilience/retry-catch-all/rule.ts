import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import { raisedBy, transientIn } from '../retryCalls';
import { conditionOf, isDefault, retriedLists, type ListedError } from '../retryConditions';
import { argumentEdits, errorNames, libraryNames, tupleOf } from '../retryEdits';
import { isAboutFiles, isSingle, isStartUpWait } from '../retryOccasions';
import { findingOn, forPolicies, isBareCall, isInTests, isTemplate, passedFor, placeOf, policyAt } from '../retryPolicy';
import { targetsOf, type Knowledge, type RetryPolicy } from '../retryPolicy';

const messages = {
  decorated: '`{callee}` retries `{function}` after every exception, mistakes included',
  called: '`{callee}` retries after every exception, mistakes included',
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
    const { fact } = policy;
    if (fact.on === undefined || !takesAll(policy, context) || isTemplate(policy, context)) return undefined;
    if (isInTests(context.view) || isStartUpWait(policy, context) || isSingle(policy, context) || isAboutFiles(policy, context))
      return undefined;
    const fixes = transientOf(policy, context).length === 0 ? [] : [{ id: 'name' }];
    const at = placeOf(policy, fact.on);
    return findingOn(policy, at, context.finding, { fixes });
  }),
  fixes: {
    name: {
      kind: 'unsafe',
      title: 'Retry only errors that may pass',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        return policy === undefined ? undefined : named(policy, context);
      },
    },
  },
});

function takesAll(policy: RetryPolicy, knowledge: Knowledge): boolean {
  const { on, giveUp } = policy.fact;
  if (on === undefined || (giveUp !== undefined && passedFor(policy, { keyword: giveUp }) !== 'nothing')) return false;
  const passed = isBareCall(policy) ? 'nothing' : passedFor(policy, on);
  if (passed === 'hidden' || (passed !== 'nothing' && !passed.isOwn) || (passed === 'nothing' && policy.isChange)) return false;
  const condition = isBareCall(policy) ? undefined : conditionOf(policy, knowledge);
  if (condition === undefined) return true;
  return (
    isDefault(condition) || retriedLists(condition).some(({ errors, list }) => list === undefined || errors.some((each) => isAll(each)))
  );
}

function isAll({ error }: ListedError): boolean {
  return error?.name === 'builtins.Exception' || error?.name === 'builtins.BaseException';
}

/** Where the code raises something by itself, to be retried or not, the library's errors are not all that counts. */
function transientOf(policy: RetryPolicy, knowledge: Knowledge): readonly string[] {
  const raised = raisedBy(targetsOf(policy, knowledge.view), knowledge);
  const ofCalls = new Set(raised.calls.flatMap(({ api }) => api.raises ?? []));
  const raisesItself = [...raised.classes].some(
    (name) => !ofCalls.has(name) && name !== 'tenacity.TryAgain' && name !== 'builtins.TimeoutError',
  );
  return raisesItself ? [] : transientIn(raised, knowledge);
}

function named(policy: RetryPolicy, context: FixContext): readonly TextEdit[] | undefined {
  const { on } = policy.fact;
  const errors = errorNames(transientOf(policy, context), policy.node, context);
  if (on === undefined || errors === undefined || errors.names.length === 0) return undefined;
  const isStrategy = on.takes === 'strategy';
  const library = isStrategy ? libraryNames(policy, ['retry_if_exception_type'], context) : { prefix: '', edits: [] };
  if (library === undefined) return undefined;
  const listed = tupleOf(errors.names);
  const value = isStrategy ? `${library.prefix}retry_if_exception_type(${listed})` : listed;
  const edits = argumentEdits(policy, on, value, context);
  return edits === undefined ? undefined : [...errors.edits, ...library.edits, ...edits];
}

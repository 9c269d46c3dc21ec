import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import { isRaised, raisedBy } from '../retryCalls';
import { conditionOf, hasPart, predicatesOf, resultsIn, retriedLists, type Condition } from '../retryConditions';
import { forPolicies, passedFor, placeOf, targetsOf, type Knowledge } from '../retryPolicy';

const messages = {
  raised: '`{call}` raises for a bad status, so the retry never sees the answer',
  unread: 'Nothing in the retried code turns a status into `{error}`',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'none',
  messages,
  ...forPolicies((policy, context: Context): Finding | undefined => {
    const { on } = policy.fact;
    const passed = on === undefined ? 'nothing' : passedFor(policy, on);
    if (on === undefined || typeof passed === 'string' || !passed.isOwn) return undefined;
    const condition = conditionOf(policy, context);
    const looksAtStatus = condition.kind === 'results' && isAboutStatus(condition, context);
    const listed = retriedLists(condition).flatMap(({ errors }) => errors.filter(({ error }) => error?.kind === 'answer'));
    if (!looksAtStatus && (listed.length === 0 || hasPart(condition, 'predicate'))) return undefined;
    const raised = raisedBy(targetsOf(policy, context.view), context);
    const at = placeOf(policy, on);
    if (looksAtStatus) {
      const raising = raised.calls.find(
        ({ api }) => (api.raises ?? []).some((name) => context.catalogue.error(name)?.kind === 'answer') && isStatusCheck(api.name),
      );
      return raising === undefined ? undefined : context.finding(at, 'raised', { call: raising.callee.text });
    }
    if (!raised.isWhole || raised.calls.length === 0) return undefined;
    const answers = { ...raised, classes: new Set([...raised.classes].filter((name) => mayBeAnswer(name, context))) };
    const unread = listed.find(({ error }) => !isRaised(answers, error?.name ?? '', context));
    return unread === undefined ? undefined : context.finding(at, 'unread', { error: unread.node.text });
  }),
});

/** What is known to be a lost connection or a mistake is no answer, whatever it derives from. */
function mayBeAnswer(name: string, { catalogue }: Knowledge): boolean {
  const kind = catalogue.error(name)?.kind;
  return kind !== 'transient' && kind !== 'permanent';
}

/** Whether the function that is asked about the answer looks at its status. */
function isAboutStatus(condition: Condition, knowledge: Knowledge): boolean {
  const results = predicatesOf(condition).flatMap((predicate) => resultsIn(predicate, knowledge));
  return results.some(({ text }) => /\.status(?:_code)?\b/.test(text));
}

function isStatusCheck(name: string): boolean {
  return name.endsWith('.raise_for_status');
}

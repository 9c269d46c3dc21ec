import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { Finding } from '../../../engine/finding';
import { retriesCancellation, withoutCancellation } from '../retryCancellation';
import { conditionOf } from '../retryConditions';
import { findingOn, forPolicies, passedFor, placeOf, policyAt, targetsOf, type RetryPolicy } from '../retryPolicy';

const messages = {
  decorated: '`{callee}` tries `{function}` again when its task is cancelled',
  called: '`{callee}` tries again when its task is cancelled',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['cancellation', 'retries'],
  fix: 'unsafe',
  messages,
  ...forPolicies((policy, context: Context): Finding | undefined => {
    const { finding, view } = context;
    const { fact } = policy;
    if (fact.on === undefined || !isSaid(policy) || !retriesCancellation(conditionOf(policy, context), context)) return undefined;
    if (fact.isAsync !== true && !targetsOf(policy, view).some(({ isAsync }) => isAsync)) return undefined;
    const options = { fixes: [{ id: 'leaveOut' }] };
    const at = placeOf(policy, fact.on);
    return findingOn(policy, at, finding, options);
  }),
  fixes: {
    leaveOut: {
      kind: 'unsafe',
      title: 'Leave cancellation out of the retry',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        return policy === undefined ? undefined : withoutCancellation(conditionOf(policy, context), context);
      },
    },
  },
});

/** By default no library retries it, and what a policy takes over from another is reported there. */
function isSaid(policy: RetryPolicy): boolean {
  const passed = policy.fact.on === undefined ? 'nothing' : passedFor(policy, policy.fact.on);
  return typeof passed !== 'string' && passed.isOwn;
}

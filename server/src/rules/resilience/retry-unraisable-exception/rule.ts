import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import { isDerived } from '../errorClasses';
import { isRaised, raisedBy, transientIn, type Raised } from '../retryCalls';
import { conditionOf, hasPart, retriedLists, type ListedError, type Listing } from '../retryConditions';
import { listEdits } from '../retryEdits';
import { forPolicies, placeOf, policyAt, targetsOf, type Knowledge, type RetryPolicy } from '../retryPolicy';

const messages = {
  only: 'Nothing is retried: `{call}` never raises `{error}`',
  all: 'Nothing is retried: `{call}` raises none of the {count} listed errors',
  one: '`{call}` never raises `{error}`, which is to be retried',
  some: '`{call}` never raises {count} of the listed errors, `{error}` among them',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'unsafe',
  messages,
  ...forPolicies((policy, context: Context): Finding | undefined => {
    const found = unraisableIn(policy, context);
    const [first] = found?.raised.calls ?? [];
    if (found === undefined || first === undefined || policy.fact.on === undefined) return undefined;
    const { listing, unraisable } = found;
    const count = unraisable.length;
    const isAll = count === listing.errors.length;
    const data = { call: first.callee.text, error: unraisable[0]?.node.text ?? '', count };
    const message = count === 1 ? (isAll ? 'only' : 'one') : isAll ? 'all' : 'some';
    return context.finding(placeOf(policy, policy.fact.on), message, data, { fixes: [{ id: 'raised' }] });
  }),
  fixes: {
    raised: {
      kind: 'unsafe',
      title: 'Retry the errors that the library raises',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        const found = policy === undefined ? undefined : unraisableIn(policy, context);
        if (found === undefined) return undefined;
        const { listing, raised, unraisable } = found;
        const kept = listing.errors.filter((listed) => !unraisable.includes(listed));
        const added = transientIn(raised, context).filter((name) => !kept.some(({ error }) => covers(error?.name, name, context)));
        return listEdits(listing, { dropped: new Set(unraisable.map((listed) => listed.node.id)), added }, context);
      },
    },
  },
});

interface Unraisable {
  readonly listing: Listing;
  readonly raised: Raised;
  readonly unraisable: readonly ListedError[];
}

/** The listed failures of connections that nothing in the retried code raises; undefined where all may come. */
function unraisableIn(policy: RetryPolicy, knowledge: Knowledge): Unraisable | undefined {
  if (policy.fact.on === undefined || policy.isChange) return undefined;
  const [listing, ...others] = retriedLists(conditionOf(policy, knowledge));
  if (listing?.list === undefined || others.length > 0 || !listing.errors.some((listed) => isOfConnections(listed))) return undefined;
  const raised = raisedBy(targetsOf(policy, knowledge.view), knowledge);
  if (!raised.isWhole || raised.calls.length === 0) return undefined;
  const unraisable = listing.errors.filter((listed) => isOfConnections(listed) && !isRaised(raised, listed.error?.name ?? '', knowledge));
  return unraisable.length === 0 || hasPart(listing, 'unknown') ? undefined : { listing, raised, unraisable };
}

/** What any code may raise, a `ValueError` or an `Exception`, is left alone; so is what a status is turned into. */
function isOfConnections({ error }: ListedError): boolean {
  return error?.kind === 'transient' || error?.kind === 'mixed';
}

function covers(kept: string | undefined, name: string, { catalogue }: Knowledge): boolean {
  return kept !== undefined && isDerived(name, kept, catalogue);
}

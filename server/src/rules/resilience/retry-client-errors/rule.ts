import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { canBeBoth, isDerived } from '../errorClasses';
import { raisedBy, transientIn, type Raised } from '../retryCalls';
import { conditionOf, retriedLists, type Condition, type ListedError } from '../retryConditions';
import { listEdits } from '../retryEdits';
import { forPolicies, isInTests, passedFor, policyAt, targetsOf, type Knowledge, type RetryPolicy } from '../retryPolicy';
import { clientErrorsIn } from '../retryStatuses';

const messages = {
  status: '`{callee}` retries `{status}`, which says that the request is wrong',
  error: '`{error}` stands for a refused request too, and `{callee}` retries it',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'unsafe',
  messages,
  ...forPolicies(function* (policy, context: Context): Iterable<Finding> {
    const condition = ownCondition(policy, context);
    if ((condition === undefined && policy.fact.statuses === undefined) || isInTests(context.view)) return;
    const callee = policy.callee.text;
    for (const [index, { node, text, isElement }] of clientErrorsIn(policy, condition, context).entries()) {
      const fixes = isElement ? [{ id: 'dropStatus', args: index }] : [];
      yield context.finding(placeIn(policy, node), 'status', { callee, status: text }, { fixes });
    }
    const { errors } = answersIn(policy, condition, context);
    for (const { node } of errors)
      yield context.finding(placeIn(policy, node), 'error', { callee, error: node.text }, { fixes: [{ id: 'connections' }] });
  }),
  fixes: {
    dropStatus: {
      kind: 'unsafe',
      title: 'Leave the status out',
      edits: (node, args, context) => {
        const policy = policyAt(node, context);
        const statuses = policy && clientErrorsIn(policy, ownCondition(policy, context), context);
        const element = typeof args === 'number' ? statuses?.[args]?.node : undefined;
        return element === undefined ? undefined : [context.edit.remove(withComma(element))];
      },
    },
    connections: {
      kind: 'unsafe',
      title: 'Retry lost connections only',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        const condition = policy && ownCondition(policy, context);
        if (policy === undefined || condition === undefined) return undefined;
        const { errors, raised } = answersIn(policy, condition, context);
        const listing = retriedLists(condition).find((each) =>
          each.errors.some((listed) => errors.some((error) => error.node.id === listed.node.id)),
        );
        if (listing === undefined || raised === undefined) return undefined;
        const dropped = new Set(errors.map((error) => error.node.id));
        const kept = listing.errors.filter((listed) => !dropped.has(listed.node.id));
        const { catalogue } = context;
        const added = transientIn(raised, context).filter(
          (name) => !kept.some(({ error }) => error !== undefined && isDerived(name, error.name, catalogue)),
        );
        return listEdits(listing, { dropped, added }, context);
      },
    },
  },
});

/** What the policy itself retries. Where a function may still give up, the classes do not decide. */
function ownCondition(policy: RetryPolicy, knowledge: Knowledge): Condition | undefined {
  const { on, giveUp } = policy.fact;
  const passed = on === undefined ? 'nothing' : passedFor(policy, on);
  if (typeof passed === 'string' || !passed.isOwn) return undefined;
  return giveUp !== undefined && passedFor(policy, { keyword: giveUp }) !== 'nothing' ? undefined : conditionOf(policy, knowledge);
}

/** The listed classes that an answer of any status is turned into by the retried code; `Exception` has a finding of its own. */
function answersIn(
  policy: RetryPolicy,
  condition: Condition | undefined,
  knowledge: Knowledge,
): { readonly errors: readonly ListedError[]; readonly raised?: Raised } {
  const listed = condition === undefined ? [] : retriedLists(condition).flatMap(({ errors }) => errors);
  const candidates = listed.filter(({ error }) => error?.kind === 'answer' || error?.kind === 'mixed');
  if (candidates.length === 0) return { errors: [] };
  const { catalogue } = knowledge;
  const raised = raisedBy(targetsOf(policy, knowledge.view), knowledge);
  const answers = [...raised.classes].filter((name) => catalogue.error(name)?.kind === 'answer');
  const errors = candidates.filter(({ error }) => {
    if (error === undefined) return false;
    return answers.some((name) =>
      error.kind === 'answer' ? canBeBoth(name, error.name, catalogue) : isDerived(name, error.name, catalogue),
    );
  });
  return { errors, raised };
}

function placeIn({ node, callee }: RetryPolicy, at: SyntaxNode): SyntaxNode {
  return node.start <= at.start && at.end <= node.end ? at : callee;
}

/** An element with the comma that parts it from its neighbour. */
function withComma(element: SyntaxNode): { readonly start: number; readonly end: number } {
  const siblings = element.parent?.children ?? [];
  const place = siblings.findIndex(({ id }) => id === element.id);
  const next = siblings[place + 1];
  return next === undefined
    ? { start: siblings[place - 1]?.end ?? element.start, end: element.end }
    : { start: element.start, end: next.start };
}

import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import { isRaised, ownNodes, raisedBy } from '../retryCalls';
import { isDerived } from '../errorClasses';
import type { SyntaxNode } from '../../../syntax/node';
import { conditionOf, retriedLists, type ListedError } from '../retryConditions';
import { listEdits } from '../retryEdits';
import { forPolicies, isInTests, policyAt, passedFor, placeOf, targetsOf, type Knowledge, type RetryPolicy } from '../retryPolicy';

const messages = {
  listed: '`{callee}` retries `{error}`, which will be the same the next time',
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
    const { on } = policy.fact;
    const passed = on === undefined ? 'nothing' : passedFor(policy, on);
    if (on === undefined || typeof passed === 'string' || !passed.isOwn || isInTests(context.view)) return;
    const lasting = permanentIn(policy, context);
    for (const { node, index } of lasting) {
      const isHere = policy.node.start <= node.start && node.end <= policy.node.end;
      const at = isHere ? node : placeOf(policy, on);
      yield context.finding(at, 'listed', { callee: policy.callee.text, error: node.text }, { fixes: [{ id: 'drop', args: index }] });
    }
  }),
  fixes: {
    drop: {
      kind: 'unsafe',
      title: 'Leave it out of the retry',
      edits: (node, args, context) => {
        const policy = policyAt(node, context);
        const dropped = policy && permanentIn(policy, context).find(({ index }) => index === args)?.node;
        const listing =
          policy && retriedLists(conditionOf(policy, context)).find(({ errors }) => errors.some((each) => each.node.id === dropped?.id));
        return listing === undefined || dropped === undefined
          ? undefined
          : listEdits(listing, { dropped: new Set([dropped.id]), added: [] }, context);
      },
    },
  },
});

/** The listed errors that no further attempt changes, by their place among all that are listed. */
function permanentIn(policy: RetryPolicy, knowledge: Knowledge): readonly { readonly node: ListedError['node']; readonly index: number }[] {
  const listed = retriedLists(conditionOf(policy, knowledge)).flatMap(({ errors }) => errors);
  const candidates = listed.map((each, index) => ({ ...each, index })).filter((each) => isPermanent(each, policy, knowledge));
  if (candidates.length === 0) return [];
  const targets = targetsOf(policy, knowledge.view);
  const raised = raisedBy(targets, knowledge);
  const own = {
    ...raised,
    classes: new Set([...raised.classes].filter((name) => !raised.calls.some(({ api }) => api.raises?.includes(name)))),
  };
  // Of code that cannot be seen, the same may be true.
  const parses = targets.length === 0 || targets.some(({ body }) => body === undefined || readsData(body));
  return candidates.filter(({ error, name }) => {
    const errorName = error?.name ?? name;
    // The code raises it itself, to say that it is not ready yet.
    if (errorName !== undefined && isRaised(own, errorName, knowledge)) return false;
    return !(parses && errorName !== undefined && dataErrors.some((each) => isDerived(errorName, each, knowledge.catalogue)));
  });
}

function isPermanent({ error, node }: ListedError, policy: RetryPolicy, knowledge: Knowledge): boolean {
  if (error !== undefined) return error.kind === 'permanent';
  return refusals.test(lastName(node)) && !mayRenew(policy, knowledge);
}

/** What a service calls it when it refuses a password, a key or a permission. */
const refusals =
  /^(?:Authentication|Authorization|Unauthorized|Forbidden|PermissionDenied|InvalidCredentials?|InvalidApiKey)(?:Error|Exception)?$/;

/** A hook between attempts may fetch a new token. */
function mayRenew(policy: RetryPolicy, { catalogue, view }: Knowledge): boolean {
  return (policy.fact.hooks ?? []).some((keyword) => {
    const passed = passedFor(policy, { keyword });
    if (passed === 'nothing') return false;
    const value = passed === 'hidden' ? undefined : passed.value;
    return value?.is('call') !== true || catalogue.lookup(view.nameOf(value.field('function'))) === undefined;
  });
}

/** What broken data raises: what came over the wire may be whole the next time, and a model's answer may have another form. */
const dataErrors = ['builtins.ValueError', 'builtins.LookupError', 'builtins.TypeError', 'builtins.AttributeError'];

function readsData(body: SyntaxNode): boolean {
  for (const node of ownNodes(body)) {
    if (
      node.is('call') &&
      /^_*(?:json|loads?|parse\w*|\w*_parse|decode\w*|\w*validate\w*|extract\w*|literal_eval|from_json)$/i.test(
        lastName(node.field('function')),
      )
    )
      return true;
  }
  return false;
}

function lastName(node: SyntaxNode): string {
  return node.is('attribute') ? node.field('attribute').text : node.text;
}

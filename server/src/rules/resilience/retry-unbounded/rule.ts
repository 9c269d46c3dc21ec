import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentEdits, libraryNames } from '../retryEdits';
import { findingOn, forPolicies, functionOf, isInTests, isTemplate, policyAt, type RetryPolicy } from '../retryPolicy';
import { isEndless } from '../retryTimes';

const messages = {
  decorated: '`{callee}` retries `{function}` without a limit',
  called: '`{callee}` retries without a limit',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'unsafe',
  messages,
  ...forPolicies((policy, context: Context) =>
    isEndless(policy, context) && !isInTests(context.view) && !isTemplate(policy, context) ? reported(policy, context) : undefined,
  ),
  fixes: {
    limit: {
      kind: 'unsafe',
      title: (args) => (typeof args === 'string' ? `Add ${args}` : 'Add a limit'),
      edits: (node, _args, context) => limited(node, context),
    },
  },
});

function reported(policy: RetryPolicy, { finding, settings }: Context): Finding {
  const around = functionOf(policy);
  const [limit] = policy.fact.limits;
  const options = {
    fixes: limit === undefined ? [] : [{ id: 'limit', args: `${limit.keyword}=${valueOf(limit.keyword, settings.maxAttempts)}` }],
    ...(around !== undefined && waitsByDesign.test(around.field('name').text) ? { level: 'weaker' as const } : {}),
  };
  const { callee } = policy;
  return findingOn(policy, callee, finding, options);
}

/** Waiting for a database at start-up and reading a queue are meant to go on until they succeed. */
const waitsByDesign = /(?:^|_)(?:wait_for|wait_until|re?connect|consume|run_forever)/;

/** As many attempts as the project allows, and where the library can say so, a minute. */
function valueOf(keyword: string, attempts: number, prefix = ''): string {
  const count = String(attempts);
  return keyword === 'stop' ? `${prefix}stop_after_attempt(${count}) | ${prefix}stop_after_delay(60)` : count;
}

function limited(node: SyntaxNode, context: FixContext): readonly TextEdit[] | undefined {
  const policy = policyAt(node, context);
  const [limit] = policy?.fact.limits ?? [];
  if (policy === undefined || limit === undefined) return undefined;
  const isStrategy = limit.keyword === 'stop';
  const names = isStrategy ? libraryNames(policy, ['stop_after_attempt', 'stop_after_delay'], context) : { prefix: '', edits: [] };
  if (names === undefined) return undefined;
  const edits = argumentEdits(policy, limit, valueOf(limit.keyword, context.settings.maxAttempts, names.prefix), context);
  return edits === undefined ? undefined : [...names.edits, ...edits];
}

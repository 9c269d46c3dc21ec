import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { descendants } from '../../../syntax/query';
import { argumentEdits, libraryNames } from '../retryEdits';
import { isAboutFiles, isPolling, isSingle } from '../retryOccasions';
import { findingOn, forPolicies, isBareCall, isInTests, isTemplate, passedFor, policyAt, targetsOf } from '../retryPolicy';
import type { Knowledge, RetryPolicy } from '../retryPolicy';

const messages = {
  decorated: 'Nobody hears when `{callee}` retries `{function}`',
  called: 'Nobody hears when `{callee}` retries',
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
    if (fact.hooks === undefined || policy.isChange || isInTests(context.view) || isTemplate(policy, context)) return undefined;
    if (!isBareCall(policy) && fact.hooks.some((keyword) => passedFor(policy, { keyword }) !== 'nothing')) return undefined;
    if (isSingle(policy, context) || isAboutFiles(policy, context) || isPolling(policy, context)) return undefined;
    if (targetsOf(policy, context.view).some(({ body }) => body !== undefined && tellsOfFailures(body))) return undefined;
    const options = { fixes: loggerOf(context) === undefined ? [] : [{ id: 'log' }] };
    return findingOn(policy, callee, context.finding, options);
  }),
  fixes: {
    log: {
      kind: 'unsafe',
      title: 'Log each retry as a warning',
      edits: (node, _args, context) => {
        const policy = policyAt(node, context);
        return policy === undefined ? undefined : logged(policy, context);
      },
    },
  },
});

/** Whether the retried code has a handler that logs, or counts, what goes wrong before it lets it out. */
function tellsOfFailures(body: SyntaxNode): boolean {
  return [...descendants(body)].some((node) => {
    const parts = node.is('except_clause') ? [...descendants(node)] : [];
    // A handler that keeps the failure to itself leaves nothing to retry.
    return (
      parts.some((part) => part.is('raise_statement')) && parts.some((part) => part.is('call') && tells.test(part.field('function').text))
    );
  });
}

const tells = /(?:^|[._])(?:debug|info|warning|warn|error|exception|critical|log|print|inc|increment|capture_exception)$/;

interface Logger {
  readonly name: string;
  /** How the file writes the module `logging` there; undefined after `from logging import getLogger`. */
  readonly module: string | undefined;
}

/** The module's logger, by the name that the file gives it. */
function loggerOf({ view }: Knowledge): Logger | undefined {
  for (const statement of view.tree.root.children) {
    const [assignment] = statement.is('expression_statement') ? statement.children : [];
    const made = assignment?.is('assignment') === true ? assignment.field('right') : undefined;
    if (assignment?.is('assignment') !== true || made?.is('call') !== true || !assignment.field('left').is('identifier')) continue;
    const callee = made.field('function');
    if (view.nameOf(callee) !== 'logging.getLogger') continue;
    return { name: assignment.field('left').text, module: callee.is('attribute') ? callee.field('object').text : undefined };
  }
  return undefined;
}

function logged(policy: RetryPolicy, context: FixContext): readonly TextEdit[] | undefined {
  const logger = loggerOf(context);
  const [keyword] = policy.fact.hooks ?? [];
  if (logger === undefined || keyword === undefined) return undefined;
  const logging = logger.module === undefined ? context.edit.importModule('logging', policy.node) : { name: logger.module, edits: [] };
  const names = libraryNames(policy, ['before_sleep_log'], context);
  if (logging === undefined || names === undefined) return undefined;
  const value = `${names.prefix}before_sleep_log(${logger.name}, ${logging.name}.WARNING)`;
  const edits = argumentEdits(policy, { keyword }, value, context);
  return edits === undefined ? undefined : [...logging.edits, ...names.edits, ...edits];
}

import type { Finding } from '../../../engine/finding';
import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { bodyStatements, enclosingFunction } from '../../../syntax/query';
import { ownState } from '../ownState';
import { sleepIn } from '../suspensions';

const messages = { polls: '`{function}` looks at `{state}` again and again instead of waiting to be told' } as const;
type Context = CheckContext<typeof messages>;
type Loop = SyntaxNode<'while_statement' | 'for_statement'>;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['event-loop', 'structured-concurrency'],
  peers: { ruff: ['ASYNC110'], 'flake8-async': ['ASYNC110'], sonar: ['S7484'] },
  fix: 'none',
  messages,
  visit: {
    while_statement: (node, context) => polling(node, node.field('condition'), context),
    for_statement(node, context) {
      // `for _ in range(50):` looks so many times and no more.
      const counting = node.field('right');
      const isCounted = counting.is('call') && counting.field('function').text === 'range' && !node.hasToken('async');
      return isCounted ? polling(node, undefined, context) : undefined;
    },
  },
});

/** What is said of a loop that looks and sleeps, and does nothing else. */
function polling(loop: Loop, condition: SyntaxNode | undefined, { view, finding }: Context): Finding | undefined {
  const statements = bodyStatements(loop.field('body'));
  if (statements.length > 2 || !statements.some((statement) => sleepIn(statement, view) !== undefined)) return undefined;
  // A few looks without a pause let others go first, and end.
  if (loop.is('for_statement') && statements.some((statement) => (sleepIn(statement, view)?.text ?? '').endsWith('(0)'))) return undefined;
  const owner = enclosingFunction(loop);
  const wanted = asked(condition, statements, view);
  const state = wanted === undefined || owner === undefined ? undefined : ownState(wanted, owner, view);
  if (owner === undefined || state === undefined) return undefined;
  const end = condition?.end ?? (loop.is('for_statement') ? loop.field('right').end : loop.end);
  return finding({ start: loop.start, end }, 'polls', { function: owner.field('name').text, state });
}

/** The condition that the loop waits for: its own, or in a loop without one that of an `if` that does no more than leave and say so. */
function asked(condition: SyntaxNode | undefined, statements: readonly SyntaxNode[], view: Context['view']): SyntaxNode | undefined {
  if (condition?.is('true') === false) return statements.length === 1 ? condition : undefined;
  const [first, second] = statements;
  const test = sleepIn(first, view) === undefined ? first : second;
  if (test?.is('if_statement') !== true || test.children.some((child) => child.is('elif_clause', 'else_clause'))) return undefined;
  const done = bodyStatements(test.field('consequence'));
  const leaves = done.at(-1)?.is('break_statement', 'return_statement') === true && done.slice(0, -1).every(isNote);
  return leaves ? test.field('condition') : undefined;
}

/** `logger.info("ready")`. */
function isNote(statement: SyntaxNode): boolean {
  const call = statement.is('expression_statement') ? statement.children[0] : undefined;
  return call?.is('call') === true && /(?:^print|\.(?:debug|info|warning|error))$/.test(call.field('function').text);
}

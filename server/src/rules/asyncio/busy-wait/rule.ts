import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { bodyStatements, enclosingFunction } from '../../../syntax/query';
import { ownState } from '../ownState';
import { sleepIn } from '../suspensions';

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['event-loop', 'structured-concurrency'],
  peers: { ruff: ['ASYNC110'], 'flake8-async': ['ASYNC110'], sonar: ['S7484'] },
  fix: 'none',
  messages: { polls: '`{function}` looks at `{state}` again and again instead of waiting to be told' },
  visit: {
    while_statement(node, { view, finding }) {
      const statements = bodyStatements(node.field('body'));
      if (statements.length > 2 || !statements.some((statement) => sleepIn(statement, view) !== undefined)) return undefined;
      const owner = enclosingFunction(node);
      const condition = asked(node, statements, view);
      const state = condition === undefined || owner === undefined ? undefined : ownState(condition, owner, view);
      if (owner === undefined || state === undefined) return undefined;
      return finding({ start: node.start, end: node.field('condition').end }, 'polls', { function: owner.field('name').text, state });
    },
  },
});

/** The condition that the loop waits for: its own, or with `while True` that of an `if` that does nothing but leave. */
function asked(loop: SyntaxNode<'while_statement'>, statements: readonly SyntaxNode[], view: CheckContext['view']): SyntaxNode | undefined {
  const condition = loop.field('condition');
  if (!condition.is('true')) return statements.length === 1 ? condition : undefined;
  const [first, second] = statements;
  const test = sleepIn(first, view) === undefined ? first : second;
  if (test?.is('if_statement') !== true || test.children.some((child) => child.is('elif_clause', 'else_clause'))) return undefined;
  const [only, ...others] = bodyStatements(test.field('consequence'));
  return others.length === 0 && only?.is('break_statement', 'return_statement') === true ? test.field('condition') : undefined;
}

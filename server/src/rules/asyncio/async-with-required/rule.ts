import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { isAsync, unparenthesised } from '../../../syntax/query';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  peers: { pylint: ['E1129'], sonar: ['S7515'] },
  fix: 'safe',
  messages: { sync: '`{manager}` can be entered by `async with` only: `with` raises an error' },
  visit: {
    *with_statement(node, { view, catalogue, finding }) {
      if (isAsync(node)) return;
      const entered = enteredBy(node);
      const wrong = entered.filter((value) => needsAsyncWith(value, { view, catalogue }));
      // Beside a manager for `with`, the statement has to be taken apart, and in which order is not ours to say.
      const fixes = wrong.length === entered.length ? [{ id: 'enterAsync' }] : [];
      for (const value of wrong) yield finding(value, 'sync', { manager: shown(value) }, { fixes });
    },
  },
  fixes: {
    enterAsync: {
      kind: 'safe',
      title: 'Use async with',
      edits: (node, _args, { edit }) => (edit.canAwait(node) ? [edit.insert(node.start, 'async ')] : undefined),
    },
  },
});

/** What a `with` statement enters, without the names that it binds. */
function enteredBy(statement: SyntaxNode<'with_statement'>): readonly SyntaxNode[] {
  const clause = statement.children.find((child) => child.is('with_clause'));
  return (clause?.children ?? []).flatMap((item) => {
    if (!item.is('with_item')) return [];
    const value = unparenthesised(item.field('value'));
    const [entered] = value.is('as_pattern') ? value.children : [value];
    return entered === undefined ? [] : [unparenthesised(entered)];
  });
}

function needsAsyncWith(value: SyntaxNode, { view, catalogue }: Asked): boolean {
  const api = value.is('call') ? catalogue.lookup(view.nameOf(value.field('function'))) : undefined;
  if (api?.isEnteredAsync === true || (api?.isAsync === true && api.enters !== undefined)) return true;
  if (api !== undefined) return catalogue.lookup(api.returns)?.isEnteredAsync === true;
  return catalogue.lookup(view.typeOf(value)?.type)?.isEnteredAsync === true || view.isEnteredAsync(value);
}

/** How the code writes the manager, without the arguments of a call. */
function shown(value: SyntaxNode): string {
  const { text } = value.is('call') ? value.field('function') : value;
  return text.length <= 40 && !text.includes('\n') ? text : `${text.slice(0, 39).replace(/\s+/g, ' ')}…`;
}

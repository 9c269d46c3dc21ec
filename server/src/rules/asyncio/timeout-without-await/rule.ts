import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction, unparenthesised } from '../../../syntax/query';
import { isSuspendedIn } from '../suspensions';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['timeouts', 'structured-concurrency'],
  peers: { ruff: ['ASYNC100'], 'flake8-async': ['ASYNC100'], sonar: ['S7490'] },
  fix: 'none',
  messages: { useless: '`{limit}` in `{function}` can stop nothing, as its block awaits nothing' },
  visit: {
    with_statement(node, { view, catalogue, finding }) {
      const clause = node.children.find((child) => child.is('with_clause'));
      const items = clause?.children.filter((child) => child.is('with_item')) ?? [];
      const limited = items.findIndex((item) => limitOf(item, { view, catalogue }) !== undefined);
      const limit = items[limited] && limitOf(items[limited], { view, catalogue });
      const owner = enclosingFunction(node);
      if (limit === undefined || owner === undefined) return undefined;
      // What stands behind the limit in the same `with` is entered under it.
      const isAsyncLater = node.hasToken('async') && limited < items.length - 1;
      if (isAsyncLater || [...items.slice(limited + 1), node.field('body')].some((part) => isSuspendedIn(part))) return undefined;
      return finding(limit, 'useless', { limit: limit.text, function: owner.field('name').text });
    },
  },
});

/** The callee of what ends the wait of its block. */
function limitOf(item: SyntaxNode<'with_item'>, { view, catalogue }: Asked): SyntaxNode | undefined {
  const value = unparenthesised(item.field('value'));
  const entered = value.is('as_pattern') ? value.children[0] : value;
  const callee = entered?.is('call') === true ? entered.field('function') : undefined;
  return callee !== undefined && catalogue.lookup(view.nameOf(callee))?.endsWaitOf === 'block' ? callee : undefined;
}

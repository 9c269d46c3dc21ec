import { defineRule } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { madePool } from '../poolArguments';

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'unsafe',
  messages: { untried: '`{callee}` without `{keyword}` hands out connections that the database has closed' },
  knownCalls: {
    facts: ['pool'],
    check(node, context, api) {
      const pool = madePool(node, api, context);
      const check = pool?.fact.check;
      if (pool === undefined || check === undefined) return undefined;
      if (pool.keywords.has(check.keyword) || check.orElse.some((keyword) => isOn(pool.keywords.get(keyword)))) return undefined;
      const callee = node.field('function');
      const data = { callee: callee.text, keyword: check.keyword };
      return context.finding(callee, 'untried', data, { fixes: [{ id: 'turnOn', args: check.keyword }] });
    },
  },
  fixes: {
    turnOn: {
      kind: 'unsafe',
      title: (keyword) => `Add ${typeof keyword === 'string' ? keyword : 'the check'}=True`,
      edits: (node, keyword, { edit }) =>
        node.is('call') && typeof keyword === 'string' ? edit.addArgument(node, `${keyword}=True`) : undefined,
    },
  },
});

/** A negative age is the default: connections are never too old. */
function isOn(value: SyntaxNode | undefined): boolean {
  return value !== undefined && !(value.is('unary_operator') && value.hasToken('-'));
}

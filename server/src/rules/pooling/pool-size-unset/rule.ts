import { defineRule } from '../../../engine/rule';
import { addSize, defaultSize, isForFilesToo, madePool } from '../poolArguments';

export default defineRule({
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'unsafe',
  messages: { unset: '`{callee}` is left at the default size of its pool: `{size}`' },
  knownCalls: {
    facts: ['pool'],
    check(node, context, api) {
      if (api.library === 'asyncpg') return undefined;
      const pool = madePool(node, api, context);
      if (pool === undefined || pool.fact.size.some(({ keyword }) => pool.keywords.has(keyword))) return undefined;
      if (isForFilesToo(node, pool.fact, context.view)) return undefined;
      const callee = node.field('function');
      const size = defaultSize(pool.fact);
      return context.finding(callee, 'unset', { callee: callee.text, size }, { fixes: [{ id: 'addSize', args: size }] });
    },
  },
  fixes: { addSize },
});

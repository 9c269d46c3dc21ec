import type { NamedApi } from '../../../catalogue/schema';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, Findings } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { addSize, defaultSize, madePool } from '../poolArguments';
import type { MadePool } from '../poolArguments';
import { repeatedMaking } from '../repeated';

const messages = {
  unset: '`{callee}` is left at the default size of its pool: `{size}`',
  impossible: '`{callee}` raises `ValueError`: `max_size={maximum}` is less than the default `min_size={minimum}`',
  connection: '`{callee}` opens a connection for each call of `{function}`, which a pool would lend',
} as const;

export default defineRule({
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'unsafe',
  messages,
  knownCalls: {
    facts: ['pool', 'waitsForNetwork'],
    check(node, context, api) {
      if (api.name === 'asyncpg.connect') return connectionPerCall(node, api, context);
      const pool = api.library === 'asyncpg' ? madePool(node, api, context) : undefined;
      if (pool === undefined) return undefined;
      const callee = node.field('function');
      const impossible = sizesThatFail(pool);
      if (impossible !== undefined) {
        const data = { callee: callee.text, ...impossible };
        return context.finding(callee, 'impossible', data, { fixes: [{ id: 'addSize', args: `min_size=${impossible.maximum}` }] });
      }
      if (pool.fact.size.some(({ keyword }) => pool.keywords.has(keyword))) return undefined;
      const size = defaultSize(pool.fact);
      return context.finding(callee, 'unset', { callee: callee.text, size }, { fixes: [{ id: 'addSize', args: size }] });
    },
  },
  fixes: { addSize },
});

/** A maximum that is set, as a number, below the minimum that is not. */
function sizesThatFail({ fact, keywords }: MadePool): { maximum: string; minimum: string } | undefined {
  const [lower, upper] = fact.size;
  const maximum = upper === undefined ? undefined : keywords.get(upper.keyword);
  if (lower === undefined || keywords.has(lower.keyword) || maximum?.is('integer') !== true) return undefined;
  return Number(maximum.text) < Number(lower.default) ? { maximum: maximum.text, minimum: lower.default } : undefined;
}

/** A job that connects by itself holds one connection for as long as it runs, which may be what it needs. */
function connectionPerCall(call: SyntaxNode<'call'>, api: NamedApi, context: CheckContext<typeof messages>): Findings {
  const repeated = repeatedMaking(call, api, context);
  if (repeated?.per !== 'request') return undefined;
  const callee = call.field('function');
  return context.finding(callee, 'connection', { callee: callee.text, function: repeated.function });
}

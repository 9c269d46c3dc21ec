import { defineRule } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { SyntaxNode } from '../../../syntax/node';
import { keywordArgument } from '../../../syntax/query';
import { awaitClient, clientFixes } from '../clientInReach';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC210', 'ASYNC212'], 'flake8-async': ['ASYNC210', 'ASYNC211', 'ASYNC212'], sonar: ['S7499'] },
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['http'], context);
      if (blocking === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      const cures = [...threadFixes(node, blocking.api), ...clientFixes(node, blocking.api, context.view)];
      const fixes = readsTheBody(node) ? cures : [];
      return context.finding(node.field('function'), 'blocks', blocking.data, { fixes, related: blocking.related });
    },
  },
  fixes: { awaitClient, wrapInThread },
});

/** With `stream=True` the call returns before the body is there, and reading it later blocks where nothing reports it. */
function readsTheBody(call: SyntaxNode<'call'>): boolean {
  const stream = keywordArgument(call, 'stream');
  return stream === undefined || stream.is('false');
}

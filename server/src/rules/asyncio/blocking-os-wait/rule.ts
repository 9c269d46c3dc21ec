import { defineRule } from '../../../engine/rule';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC222'], 'flake8-async': ['ASYNC222'], sonar: ['S7489'] },
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['os-wait'], context);
      if (blocking === undefined) return undefined;
      const { api, data, related } = blocking;
      return context.finding(node.field('function'), 'blocks', data, { related, fixes: threadFixes(node, api) });
    },
  },
  fixes: { wrapInThread },
});

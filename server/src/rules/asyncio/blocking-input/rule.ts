import { defineRule } from '../../../engine/rule';
import { showsLikely } from '../../../engine/profile';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import { isCommandLine } from '../../../engine/testFiles';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC250'], 'flake8-async': ['ASYNC250'], sonar: ['S7501'] },
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['input'], context);
      if (blocking === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      if (isCommandLine(context.view) && !showsLikely(context.settings.profile)) return undefined;
      const { api, data, related } = blocking;
      return context.finding(node.field('function'), 'blocks', data, { related, fixes: threadFixes(node, api) });
    },
  },
  fixes: { wrapInThread },
});

import { defineRule } from '../../../engine/rule';
import { isMoment } from '../../../engine/waiting';
import { awaited, blockingCall, isAsyncioCode } from '../shared';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC251'], 'flake8-async': ['ASYNC251'], sonar: ['S7488'] },
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['sleep'], context);
      // A sleep of no time only lets other threads run.
      if (blocking === undefined || isMoment(node, blocking.api, 0)) return undefined;
      const fixes = blocking.api.asyncTwin === 'asyncio.sleep' ? [{ id: 'asyncSleep' }] : [];
      return context.finding(node.field('function'), 'blocks', blocking.data, { fixes, related: blocking.related });
    },
  },
  fixes: {
    asyncSleep: {
      kind: 'unsafe',
      title: 'Replace with await asyncio.sleep',
      edits(node, _args, context) {
        if (!node.is('call') || !isAsyncioCode(context.view)) return undefined;
        return awaited(node, 'asyncio.sleep', context, (name) => [context.edit.replace(node.field('function'), `await ${name}`)]);
      },
    },
  },
});

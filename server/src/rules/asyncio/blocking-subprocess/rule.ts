import { defineRule } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { blockingCall, isEntered, threadFixes, wrapInThread } from '../shared';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC220', 'ASYNC221'], 'flake8-async': ['ASYNC220', 'ASYNC221'], sonar: ['S7487'] },
  fix: 'unsafe',
  messages: {
    waits: '`{callee}` blocks the event loop in async function `{function}`',
    starts: '`{callee}` starts a process on the event loop in async function `{function}`',
  },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['subprocess', 'process-start'], context);
      if (blocking === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      const at = node.field('function');
      const { data, related } = blocking;
      if (blocking.api.blocks === 'subprocess' || isEntered(node))
        return context.finding(at, 'waits', data, { related, fixes: threadFixes(node, blocking.api) });
      return isWaitedForAtOnce(node, context) ? undefined : context.finding(at, 'starts', data, { related, level: 'weaker' });
    },
  },
  fixes: { wrapInThread },
});

/** `Popen(…).wait()`: the method is reported, and the whole with it. */
function isWaitedForAtOnce({ parent }: SyntaxNode<'call'>, context: CheckContext): boolean {
  const outer = parent?.is('attribute') === true ? parent.parent : undefined;
  const api = outer?.is('call') === true ? context.catalogue.lookup(context.view.nameOf(outer.field('function'))) : undefined;
  return outer?.is('call') === true && api !== undefined && blockingCall(outer, api, ['subprocess'], context) !== undefined;
}

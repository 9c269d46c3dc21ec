import { defineRule } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { NamedApi } from '../../../catalogue/schema';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC240'], 'flake8-async': ['ASYNC240'] },
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['path'], context);
      if (blocking === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      const { api, data, related } = blocking;
      if (isIteratedInThread(node, api, context.view)) return undefined;
      return context.finding(node.field('function'), 'blocks', data, { related, fixes: threadFixes(node, api) });
    },
  },
  fixes: { wrapInThread },
});

/** `to_thread(list, folder.glob("*"))` makes the iterator here, and asks the disk there. */
function isIteratedInThread(call: SyntaxNode<'call'>, api: NamedApi, view: FileView): boolean {
  const argument = call.parent?.is('keyword_argument') === true ? call.parent : call;
  const list = argument.parent;
  return api.opens === true && list?.is('argument_list') === true && list.children.some((other) => view.isOffloaded(other));
}

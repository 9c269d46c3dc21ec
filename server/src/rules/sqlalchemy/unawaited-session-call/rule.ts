import { isNeverAwaited } from '../../../engine/awaitableUses';
import { defineRule } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'safe',
  messages: { unawaited: '`{callee}` returns a coroutine that is never awaited, so nothing is executed' },
  knownCalls: {
    facts: ['isAsync'],
    check(node, { view, finding }, api) {
      const callee = node.field('function');
      if (!callee.is('attribute') || !isOfAsyncSession(api.name) || !isNeverAwaited(node, view)) return undefined;
      return finding(callee, 'unawaited', { callee: shown(callee) }, { fixes: [{ id: 'await' }] });
    },
  },
  fixes: {
    await: {
      kind: 'safe',
      title: 'Add await',
      edits: (node, _args, { edit }) => edit.awaitExpression(node),
    },
  },
});

/** The methods of async sessions, connections and streamed results; their library's other coroutines are not meant here. */
function isOfAsyncSession(name: string): boolean {
  return /^(sqlalchemy|sqlmodel)\.ext\.asyncio\.(session\.)?(Async|async_scoped_)\w+\.\w+$/.test(name);
}

/** How the code writes the callee, shortened where that is long. */
function shown(callee: SyntaxNode<'attribute'>): string {
  return callee.text.length <= 40 && !callee.text.includes('\n') ? callee.text : `….${callee.field('attribute').text}`;
}

import { isNeverAwaited } from '../../../engine/awaitableUses';
import { defineRule } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';

/** What async sessions, connections and results have for a method that gives a coroutine, and many other things have too. */
const sessionMethods = [
  ...['connect', 'dispose', 'raw_connection', 'start', 'reset', 'connection', 'invalidate', 'execution_options', 'get_raw_connection'],
  ...['execute', 'exec', 'exec_driver_sql', 'scalar', 'scalars', 'stream', 'stream_scalars', 'run_sync'],
  ...['get', 'get_one', 'merge', 'refresh', 'flush', 'delete', 'commit', 'rollback', 'close', 'aclose', 'close_all', 'remove'],
  ...['all', 'first', 'one', 'one_or_none', 'scalar_one', 'scalar_one_or_none', 'fetchall', 'fetchmany', 'fetchone'],
];

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'safe',
  messages: { unawaited: '`{callee}` returns a coroutine that is never awaited, so nothing is executed' },
  namedCalls: {
    names: sessionMethods,
    check(node, { view, catalogue, finding }) {
      // Most calls of these names are something else, and where they stand is told sooner than what they are.
      if (!isNeverAwaited(node, view)) return undefined;
      const callee = node.field('function');
      const api = catalogue.lookup(view.nameOf(callee));
      if (api?.isAsync !== true || !callee.is('attribute') || !isOfAsyncSession(api.name)) return undefined;
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

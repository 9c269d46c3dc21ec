import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosing } from '../../../syntax/query';

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
      const dropped = isDropped(node);
      // Most calls of these names are something else, and where they stand is told sooner than what they are.
      if (!dropped && node.parent?.is('assignment') !== true) return undefined;
      const callee = node.field('function');
      const api = catalogue.lookup(view.nameOf(callee));
      if (api?.isAsync !== true || !callee.is('attribute') || !isOfAsyncSession(api.name)) return undefined;
      if (!dropped && !isMisused(node, view)) return undefined;
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

/** Whether the coroutine itself is used as if it were the result, or not at all. */
function isDropped(expression: SyntaxNode): boolean {
  const { parent } = expression;
  if (parent === undefined) return false;
  if (parent.is('parenthesized_expression')) return isDropped(parent);
  if (parent.is('expression_statement', 'attribute', 'for_in_clause', 'comparison_operator', 'not_operator', 'interpolation')) return true;
  if (parent.is('subscript')) return parent.field('value').id === expression.id;
  if (parent.is('for_statement')) return parent.field('right').id === expression.id;
  if (parent.is('if_statement', 'elif_clause', 'while_statement')) return parent.field('condition').id === expression.id;
  return false;
}

/** Whether the coroutine is kept under a name that is never awaited nor handed on, and is used as the result, or not at all. */
function isMisused(expression: SyntaxNode, view: FileView): boolean {
  const { parent } = expression;
  if (parent?.is('assignment') !== true) return false;
  const target = parent.field('left');
  const binding = target.is('identifier') ? view.bindingOf(target) : undefined;
  if (binding?.declarations.length !== 1 || binding.scope.kind !== 'function') return false;
  if (enclosing(expression, 'function_definition')?.id !== binding.scope.node.id) return false;
  return binding.references.every((reference) => isDropped(reference));
}

/** How the code writes the callee, shortened where that is long. */
function shown(callee: SyntaxNode<'attribute'>): string {
  return callee.text.length <= 40 && !callee.text.includes('\n') ? callee.text : `….${callee.field('attribute').text}`;
}

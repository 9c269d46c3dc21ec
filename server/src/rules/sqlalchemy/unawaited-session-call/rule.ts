import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosing } from '../../../syntax/query';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'safe',
  messages: { unawaited: '`{callee}` returns a coroutine that is never awaited, so nothing is executed' },
  knownCall(node, { view, catalogue, finding }) {
    const callee = node.field('function');
    const api = catalogue.lookup(view.nameOf(callee));
    if (api?.isAsync !== true || !callee.is('attribute') || !isOfAsyncSession(api.name)) return undefined;
    if (!isDropped(node) && !isMisused(node, view)) return undefined;
    return finding(callee, 'unawaited', { callee: shown(callee) }, { fixes: [{ id: 'await' }] });
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

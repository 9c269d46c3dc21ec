/** Limits that stand around a call: `async with asyncio.timeout(…)`, `asyncio.wait_for(…)`, a decorator. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, decoratorsOf } from '../../syntax/query';

const blocks: ReadonlySet<string | undefined> = new Set([
  'asyncio.timeout',
  'asyncio.timeout_at',
  'async_timeout.timeout',
  'async_timeout.timeout_at',
  'anyio.fail_after',
  'anyio.move_on_after',
  'trio.fail_after',
  'trio.fail_at',
  'trio.move_on_after',
  'trio.move_on_at',
]);

/** Whether the wait of an awaited call is ended from outside of it, in its own function. */
export function isUnderDeadline(call: SyntaxNode, view: FileView): boolean {
  for (const outer of ancestors(call)) {
    if (outer.is('with_statement') && entered(outer).some((value) => value.is('call') && blocks.has(view.nameOf(value.field('function')))))
      return true;
    if (outer.is('call') && view.nameOf(outer.field('function')) === 'asyncio.wait_for') return true;
    if (outer.is('function_definition')) return hasTimeoutDecorator(outer);
    if (outer.is('lambda', 'class_definition')) return false;
  }
  return false;
}

/** What a `with` statement enters. */
function entered(statement: SyntaxNode<'with_statement'>): readonly SyntaxNode[] {
  const items = statement.children.flatMap((clause) => (clause.is('with_clause') ? clause.children : []));
  return items.flatMap((item) => {
    const value = item.is('with_item') ? item.field('value') : undefined;
    const context = value?.is('as_pattern') === true ? value.children[0] : value;
    return context === undefined ? [] : [context];
  });
}

/** `@with_timeout(30)`: such decorators are the project's own more often than not, so the name has to do. */
function hasTimeoutDecorator(definition: SyntaxNode<'function_definition'>): boolean {
  return decoratorsOf(definition).some((decorator) => {
    const [expression] = decorator.children;
    const callee = expression?.is('call') === true ? expression.field('function') : expression;
    return callee?.text.toLowerCase().includes('timeout') === true;
  });
}

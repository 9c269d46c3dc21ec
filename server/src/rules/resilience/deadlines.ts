/** Limits that stand around a call: `async with asyncio.timeout(…)`, `asyncio.wait_for(…)`, a decorator. */
import type { Knowledge } from './timeouts';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, decoratorsOf } from '../../syntax/query';

/** Whether the wait of an awaited call is ended from outside of it, in its own function. */
export function isUnderDeadline(call: SyntaxNode, { view, catalogue }: Knowledge): boolean {
  const ends = (node: SyntaxNode): string | undefined =>
    node.is('call') ? catalogue.lookup(view.nameOf(node.field('function')))?.endsWaitOf : undefined;
  for (const outer of ancestors(call)) {
    if (outer.is('with_statement') && entered(outer).some((value) => ends(value) === 'block')) return true;
    if (ends(outer) === 'argument') return true;
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

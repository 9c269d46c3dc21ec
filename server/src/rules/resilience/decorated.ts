/** What decorators are put on. */
import type { SyntaxNode } from '../../syntax/node';
import { descendants } from '../../syntax/query';

/** Whether the function holds a `yield` of its own, so that a call of it only makes a generator. */
export function isGenerator(definition: SyntaxNode<'function_definition'>): boolean {
  const own = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'class_definition', 'lambda') });
  return [...own].some((node) => node.is('yield'));
}

/** What functions and classes are called. */
import type { SyntaxNode } from '../syntax/node';
import { localModule } from './inference';

/** The qualified name of a definition: `<this>.Outer.method`. */
export function definitionName(definition: SyntaxNode<'function_definition' | 'class_definition'>): string {
  const names = [definition.field('name').text];
  for (let node = definition.parent; node !== undefined; node = node.parent) {
    if (node.is('function_definition', 'class_definition')) names.push(node.field('name').text);
  }
  return [localModule, ...names.reverse()].join('.');
}

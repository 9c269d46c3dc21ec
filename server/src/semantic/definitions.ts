/** What functions and classes are called. */
import type { SyntaxNode } from '../syntax/node';
import { decoratorCallee } from '../syntax/query';
import { localModule, type Inference } from './inference';

/** The qualified name of a definition: `<this>.Outer.method`. */
export function definitionName(definition: SyntaxNode<'function_definition' | 'class_definition'>): string {
  const names = [definition.field('name').text];
  for (let node = definition.parent; node !== undefined; node = node.parent) {
    if (node.is('function_definition', 'class_definition')) names.push(node.field('name').text);
  }
  return [localModule, ...names.reverse()].join('.');
}

/** The name of a decorator, whether it is called or not. */
export function decoratorName(decorator: SyntaxNode<'decorator'>, inference: Inference): string | undefined {
  return inference.nameOf(decoratorCallee(decorator));
}

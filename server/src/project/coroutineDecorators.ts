/** What decorators of the project make of coroutine functions. */
import { isPlainDecorator } from '../semantic/calls';
import { decoratorName } from '../semantic/definitions';
import type { LocalModel } from '../semantic/model';
import { nodeKinds } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf, enclosingFunction, isAsync, nodesBelow, parametersOf, sameNode } from '../syntax/query';

type Definition = SyntaxNode<'function_definition'>;

const returnKind = nodeKinds.indexOf('return_statement');
const functionKind = nodeKinds.indexOf('function_definition');
const identifierKind = nodeKinds.indexOf('identifier');

/**
 * Whether a function that decorates a coroutine function gives a coroutine function: one that is written in it, or what it was
 * given; as well where it is called first, and then gives such a decorator.
 */
export function keepsCoroutines(definition: Definition, model: LocalModel, depth = 1): boolean {
  if (isAsync(definition) || !hasInnerFunction(definition)) return false;
  const found = new Set<Made>();
  for (const node of nodesBelow(definition.field('body'), (kind) => kind === returnKind)) {
    if (enclosingFunction(node)?.id !== definition.id) continue;
    for (const made of madeBy(node.children[0], definition, model, depth)) found.add(made);
  }
  if (found.has('other') || !found.has('coroutine')) return false;
  // What it makes of other functions it has to ask for.
  return !found.has('function') || mentions(definition, 'iscoroutinefunction');
}

/** What a decorator gives in place of a coroutine function. */
type Made = 'coroutine' | 'function' | 'other';

function hasInnerFunction(definition: Definition): boolean {
  const [first] = nodesBelow(definition.field('body'), (kind) => kind === functionKind);
  return first !== undefined;
}

function madeBy(value: SyntaxNode | undefined, owner: Definition, model: LocalModel, depth: number): readonly Made[] {
  // `return decorate(function)`: it was not called with settings.
  const isApplied = value?.is('call') === true;
  const name = isApplied ? value.field('function') : value;
  const binding = name?.is('identifier') === true ? model.scopes.bindingOf(name) : undefined;
  if (binding === undefined || !sameNode(binding.scope.node, owner)) return ['other'];
  return binding.declarations.map(({ kind, node, name: declared }): Made => {
    if (kind === 'parameter') return !isApplied && sameNode(parametersOf(owner)[0]?.name, declared) ? 'coroutine' : 'other';
    if (!node.is('function_definition')) return 'other';
    if (depth > 0 && keepsCoroutines(node, model, depth - 1)) return 'coroutine';
    if (isApplied || !decoratorsOf(node).every((each) => isPlainDecorator(decoratorName(each, model), model))) return 'other';
    return isAsync(node) && !model.scopes.isGenerator(node) ? 'coroutine' : 'function';
  });
}

function mentions(definition: Definition, name: string): boolean {
  const [first] = nodesBelow(definition, (kind, chunk, index) => kind === identifierKind && chunk.nameAt(index) === name);
  return first !== undefined;
}

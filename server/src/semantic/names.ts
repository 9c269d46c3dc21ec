/** The qualified name of an expression. */
import type { SyntaxNode } from '../syntax/node';
import { builtinNames } from './builtins';
import { localModule, type Inference } from './inference';
import type { Binding, Declaration, Scope } from './scopes';

/** The qualified name that an expression stands for; see `FileView.nameOf`. */
export function inferName(expression: SyntaxNode, inference: Inference): string | undefined {
  if (expression.is('identifier')) return nameOfIdentifier(expression, inference);
  if (expression.is('attribute')) return nameOfAttribute(expression, inference);
  if (expression.is('parenthesized_expression', 'type')) return inference.nameOf(expression.children[0]);
  // `Queue[int]()` and `list[int]`: subscripting a class gives the class.
  if (expression.is('subscript')) return subscriptedClass(expression, inference);
  if (expression.is('generic_type', 'member_type')) return nameOfTypeForm(expression, inference);
  return undefined;
}

/** The qualified name of a definition: `<this>.Outer.method`. */
export function definitionName(definition: SyntaxNode<'function_definition' | 'class_definition'>): string {
  const names = [definition.field('name').text];
  for (let node = definition.parent; node !== undefined; node = node.parent) {
    if (node.is('function_definition', 'class_definition')) names.unshift(node.field('name').text);
  }
  return [localModule, ...names].join('.');
}

/** The name of a member of a type, found in local classes and their bases first. */
export function memberName(type: string, member: string, inference: Inference): string {
  let known: string | undefined;
  const pending = [type];
  const seen = new Set<string>();
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const definition = inference.localClass(name);
    if (definition === undefined) {
      if (inference.catalogue.lookup(`${name}.${member}`) !== undefined) return `${name}.${member}`;
      known ??= name === type ? undefined : `${name}.${member}`;
      continue;
    }
    const members = inference.membersOf(definition);
    if (members.methods.has(member) || members.attributes.has(member)) return `${name}.${member}`;
    pending.push(...members.bases);
  }
  return known ?? `${type}.${member}`;
}

function nameOfIdentifier(identifier: SyntaxNode<'identifier'>, inference: Inference): string | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  if (binding !== undefined) return nameOfBinding(binding, inference);
  const { text } = identifier;
  return builtinNames.has(text) ? `builtins.${text}` : undefined;
}

/** The one name that all declarations of a binding agree on; a fallback to `None` does not count. */
export function nameOfBinding(binding: Binding, inference: Inference): string | undefined {
  let result: string | undefined;
  for (const declaration of binding.declarations) {
    if (declaration.value?.is('none') === true || declaration.kind === 'delete') continue;
    const name = nameOfDeclaration(declaration, binding.scope, inference);
    if (name === undefined || (result !== undefined && result !== name)) return undefined;
    result = name;
  }
  return result;
}

function nameOfDeclaration(declaration: Declaration, scope: Scope, inference: Inference): string | undefined {
  if (declaration.imported !== undefined) return declaration.imported;
  if (declaration.node.is('function_definition', 'class_definition')) return definitionName(declaration.node);
  const { value } = declaration;
  if (declaration.kind !== 'assignment' || scope.kind === 'class') return undefined;
  return value?.is('identifier', 'attribute') === true && !isInstance(value, inference) ? inference.nameOf(value) : undefined;
}

function nameOfAttribute(attribute: SyntaxNode<'attribute'>, inference: Inference): string | undefined {
  const object = attribute.field('object');
  const member = attribute.field('attribute').text;
  const type = inference.typeOf(object);
  if (type !== undefined) return memberName(type.type, member, inference);
  const name = inference.nameOf(object) ?? superclass(object, inference);
  return name === undefined ? undefined : memberName(name, member, inference);
}

/** `super()` in a method stands for the first base of the class. */
function superclass(object: SyntaxNode, inference: Inference): string | undefined {
  if (!object.is('call') || inference.nameOf(object.field('function')) !== 'builtins.super') return undefined;
  for (let node = object.parent; node !== undefined; node = node.parent) {
    if (node.is('class_definition')) return inference.membersOf(node).bases[0];
  }
  return undefined;
}

function isInstance(value: SyntaxNode, inference: Inference): boolean {
  return inference.typeOf(value) !== undefined;
}

function subscriptedClass(expression: SyntaxNode<'subscript'>, inference: Inference): string | undefined {
  const name = inference.nameOf(expression.field('value'));
  if (name === undefined) return undefined;
  const isClass =
    inference.localClass(name) !== undefined || inference.catalogue.lookup(name)?.methods !== undefined || name.startsWith('builtins.');
  return isClass ? name : undefined;
}

function nameOfTypeForm(expression: SyntaxNode, inference: Inference): string | undefined {
  const [first, last] = expression.children;
  const name = inference.nameOf(first);
  if (expression.is('generic_type') || name === undefined) return name;
  return last === undefined ? name : `${name}.${last.text}`;
}

/** The type of the value that an expression gives. */
import type { SyntaxNode } from '../syntax/node';
import type { NodeKind } from '../syntax/kinds.generated';
import { unparenthesised } from '../syntax/query';
import { typeOfCall } from './calls';
import { classOfMethod, receiverKind, receiverOf } from './classes';
import { entered } from './contextManagers';
import { certainly, weaker, type Inference, type InferredType } from './inference';
import { typeOfClassMember, typeOfMember } from './members';
import { injectedType } from './injection';
import { definitionName } from './names';
import type { Binding, Declaration } from './scopes';

const literalTypes: Partial<Record<NodeKind, string>> = {
  true: 'builtins.bool',
  false: 'builtins.bool',
  list: 'builtins.list',
  list_comprehension: 'builtins.list',
  dictionary: 'builtins.dict',
  dictionary_comprehension: 'builtins.dict',
  set: 'builtins.set',
  set_comprehension: 'builtins.set',
  tuple: 'builtins.tuple',
};

/** The type of an expression's value; see `FileView.typeOf`. */
export function inferType(expression: SyntaxNode, inference: Inference): InferredType | undefined {
  if (expression.is('identifier')) return typeOfIdentifier(expression, inference);
  if (expression.is('attribute')) return typeOfAttribute(expression, inference);
  if (expression.is('call')) return typeOfCall(expression, false, inference);
  if (expression.is('await')) return typeOfAwait(expression, inference);
  if (expression.is('parenthesized_expression')) return inference.typeOf(expression.children[0]);
  if (expression.is('named_expression')) return inference.typeOf(expression.field('value'));
  if (expression.is('conditional_expression')) return agreed([expression.children[0], expression.children[2]], inference);
  if (expression.is('boolean_operator')) return eitherOperand(expression, inference);
  if (expression.is('binary_operator')) return divided(expression, inference);
  if (expression.is('string')) return certainly(typeOfString(expression));
  if (expression.is('concatenated_string')) return inference.typeOf(expression.children[0]);
  if (expression.is('integer', 'float')) return certainly(typeOfNumber(expression));
  return certainly(literalTypes[expression.kind]);
}

/** Text, bytes, or a template, by the letters before the quotes. */
function typeOfString(literal: SyntaxNode<'string'>): string | undefined {
  const start = literal.children[0]?.text.toLowerCase() ?? '';
  if (start.includes('t')) return undefined;
  return start.includes('b') ? 'builtins.bytes' : 'builtins.str';
}

function typeOfNumber(literal: SyntaxNode<'integer' | 'float'>): string {
  if (literal.text.toLowerCase().endsWith('j')) return 'builtins.complex';
  return literal.is('float') ? 'builtins.float' : 'builtins.int';
}

function typeOfIdentifier(identifier: SyntaxNode<'identifier'>, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  const first = binding?.declarations[0]?.name;
  if (binding === undefined || first === undefined) return undefined;
  // The answer is kept where the name is first bound.
  return first.id === identifier.id ? typeOfBinding(binding, inference) : inference.typeOf(first);
}

/**
 * The type that all declarations of a binding agree on; assignments of `None` do not count. An annotation stands for values
 * that nothing is known of as well, but then it is not certain that the code keeps to it.
 */
function typeOfBinding(binding: Binding, inference: Inference): InferredType | undefined {
  let result: InferredType | undefined;
  let isDeclared = false;
  let hasUnknown = false;
  for (const declaration of binding.declarations) {
    if (declaration.kind === 'delete') continue;
    if (declaration.value?.is('none') === true && declaration.annotation === undefined) continue;
    const type = typeOfDeclaration(declaration, binding, inference);
    if (type !== undefined && result !== undefined && result.type !== type.type) return undefined;
    if (type !== undefined) result = { type: type.type, certainty: weaker(result?.certainty ?? 'certain', type.certainty) };
    else if (declaration.annotation !== undefined) return undefined;
    else hasUnknown = true;
    isDeclared ||= declaration.annotation !== undefined;
  }
  if (!hasUnknown || result === undefined) return result;
  return isDeclared ? { type: result.type, certainty: 'likely' } : undefined;
}

function typeOfDeclaration(declaration: Declaration, binding: Binding, inference: Inference): InferredType | undefined {
  const { annotation, kind, value } = declaration;
  if (annotation !== undefined) return inference.annotated(annotation);
  if (kind === 'parameter') return receiverType(declaration, binding, inference) ?? injectedType(declaration.node, inference);
  if (kind === 'assignment') return inference.typeOf(value);
  if (kind === 'with') return entered(declaration, inference);
  return kind === 'except' ? caught(declaration, inference) : undefined;
}

/** The first parameter of a method is an object of its class. */
function receiverType({ name }: Declaration, { scope }: Binding, inference: Inference): InferredType | undefined {
  const { node } = scope;
  if (!node.is('function_definition') || receiverOf(node)?.id !== name.id) return undefined;
  const owner = classOfMethod(node, inference);
  return owner !== undefined && receiverKind(node, inference) === 'object' ? certainly(definitionName(owner)) : undefined;
}

/** What `except value as x` binds; `except*` binds a group of them. */
function caught({ node, value }: Declaration, inference: Inference): InferredType | undefined {
  const isGroup = node.parts.some((part) => part.is('token') && part.text.endsWith('*'));
  return isGroup ? undefined : certainly(inference.nameOf(value));
}

function typeOfAttribute(attribute: SyntaxNode<'attribute'>, inference: Inference): InferredType | undefined {
  const object = attribute.field('object');
  const member = attribute.field('attribute').text;
  const owner = inference.typeOf(object);
  if (owner !== undefined) return typeOfMember(owner, member, inference);
  const holder = inference.nameOf(object);
  if (holder === undefined) return undefined;
  if (inference.localClass(holder) !== undefined) return typeOfClassMember(holder, member, inference);
  const api = inference.catalogue.lookup(inference.nameOf(attribute));
  return api?.isValue === true ? certainly(api.returns) : undefined;
}

function typeOfAwait(expression: SyntaxNode<'await'>, inference: Inference): InferredType | undefined {
  const [awaited] = expression.children;
  const call = awaited === undefined ? undefined : unparenthesised(awaited);
  return call?.is('call') === true ? typeOfCall(call, true, inference) : undefined;
}

/** The type that all expressions but `None` have. */
function agreed(expressions: readonly (SyntaxNode | undefined)[], inference: Inference): InferredType | undefined {
  let result: InferredType | undefined;
  for (const expression of expressions) {
    if (expression?.is('none') === true) continue;
    const type = inference.typeOf(expression);
    if (type === undefined || (result !== undefined && result.type !== type.type)) return undefined;
    result = { type: type.type, certainty: weaker(result?.certainty ?? 'certain', type.certainty) };
  }
  return result;
}

/** `given or Default()`: the default's type when nothing is known of the other, and then only likely. */
function eitherOperand(expression: SyntaxNode<'boolean_operator'>, inference: Inference): InferredType | undefined {
  if (expression.field('operator').text !== 'or') return undefined;
  const left = inference.typeOf(expression.field('left'));
  const right = inference.typeOf(expression.field('right'));
  if (left !== undefined && right !== undefined)
    return left.type === right.type ? { type: left.type, certainty: weaker(left.certainty, right.certainty) } : undefined;
  return right === undefined ? undefined : { type: right.type, certainty: 'likely' };
}

/** `folder / 'name'`: the one operator whose result the catalogue names. */
function divided(expression: SyntaxNode<'binary_operator'>, inference: Inference): InferredType | undefined {
  if (expression.field('operator').text !== '/') return undefined;
  const left = inference.typeOf(expression.field('left'));
  const result = left === undefined ? undefined : inference.catalogue.lookup(`${left.type}.__truediv__`)?.returns;
  return left === undefined || result === undefined ? undefined : { type: result, certainty: left.certainty };
}

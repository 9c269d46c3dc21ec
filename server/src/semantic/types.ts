/** The type of the value that an expression gives. */
import type { SyntaxNode } from '../syntax/node';
import type { NodeKind } from '../syntax/kinds.generated';
import { unparenthesised } from '../syntax/query';
import { agreement, agreementOf, atMost } from './agreement';
import { typeOfIdentifier } from './bindingTypes';
import { typeOfCall } from './calls';
import { concatenated, typeOfDisplay, typeOfSubscript } from './containers';
import { certainly, type Inference, type InferredType } from './inference';
import { awaitedValue } from './knownCalls';
import { typeOfClassMember, typeOfMember } from './members';
import { givenByOtherFile, givenBySpecial } from './specialMethods';

const literalTypes: Partial<Record<NodeKind, string>> = {
  true: 'builtins.bool',
  false: 'builtins.bool',
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
  if (expression.is('binary_operator')) return ofOperator(expression, inference);
  if (expression.is('string')) return certainly(typeOfString(expression));
  if (expression.is('concatenated_string')) return inference.typeOf(expression.children[0]);
  if (expression.is('integer', 'float')) return certainly(typeOfNumber(expression));
  if (expression.is('subscript')) return typeOfSubscript(expression, inference);
  return certainly(literalTypes[expression.kind]) ?? typeOfDisplay(expression, inference);
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

function typeOfAttribute(attribute: SyntaxNode<'attribute'>, inference: Inference): InferredType | undefined {
  const object = attribute.field('object');
  const member = attribute.field('attribute').text;
  const owner = inference.typeOf(object);
  if (owner !== undefined) return atMost(typeOfMember(owner, member, inference), owner.certainty);
  const holder = inference.nameOf(object);
  if (holder === undefined) return undefined;
  if (inference.localClass(holder) !== undefined) return typeOfClassMember(holder, member, inference);
  const api = inference.catalogue.lookup(inference.nameOf(attribute));
  return api?.isValue === true ? certainly(api.returns) : undefined;
}

function typeOfAwait(expression: SyntaxNode<'await'>, inference: Inference): InferredType | undefined {
  const [awaited] = expression.children;
  return awaited === undefined ? undefined : awaitedValue(unparenthesised(awaited), inference);
}

/** The type that all expressions but `None` have. */
function agreed(expressions: readonly (SyntaxNode | undefined)[], inference: Inference): InferredType | undefined {
  return agreementOf(expressions.filter((expression) => expression?.is('none') !== true).map((expression) => inference.typeOf(expression)));
}

/** `given or Default()`: the default's type when nothing is known of the other, and then only likely. */
function eitherOperand(expression: SyntaxNode<'boolean_operator'>, inference: Inference): InferredType | undefined {
  if (expression.field('operator').text !== 'or') return undefined;
  const left = inference.typeOf(expression.field('left'));
  const right = inference.typeOf(expression.field('right'));
  if (left !== undefined && right !== undefined) return agreement(left, right);
  return atMost(right, 'likely');
}

/** `folder / 'name'`, the one operator whose result the catalogue names, and `one + other` of texts and lists. */
function ofOperator(expression: SyntaxNode<'binary_operator'>, inference: Inference): InferredType | undefined {
  const operator = expression.field('operator').text;
  if (operator === '/') return quotient(expression.field('left'), inference);
  if (operator !== '+') return undefined;
  return concatenated(inference.typeOf(expression.field('left')), inference.typeOf(expression.field('right')));
}

/** What dividing gives: an object may come from another file, which then tells whether it is a folder. */
function quotient(left: SyntaxNode, inference: Inference): InferredType | undefined {
  const known = inference.typeOf(left);
  return known === undefined ? givenByOtherFile(left, '__truediv__', inference) : givenBySpecial(known, '__truediv__', inference);
}

/** The qualified name of an expression. */
import type { SyntaxNode } from '../syntax/node';
import { enclosing, enclosingClass, isWithin } from '../syntax/query';
import { builtinNames } from './builtins';
import { classOfMethod, receiverKind, receiverOf } from './classes';
import { definitionName } from './definitions';
import { localModule, weaker, type Certainty, type Inference, type InferredName } from './inference';
import { memberName } from './members';
import type { Binding, Declaration, Scope } from './scopes';
import { applied } from './symbolic';

/** The qualified name that an expression stands for; see `FileView.nameOf`. */
export function inferName(expression: SyntaxNode, inference: Inference): InferredName | undefined {
  if (expression.is('identifier')) return nameOfIdentifier(expression, inference);
  if (expression.is('attribute')) return nameOfAttribute(expression, inference);
  if (expression.is('parenthesized_expression', 'type')) return inference.named(expression.children[0]);
  if (expression.is('named_expression')) return nameOfValue(expression.field('value'), inference);
  // `Queue[int]()` and `list[int]`: subscripting a class gives the class.
  if (expression.is('subscript')) return subscriptedClass(expression, inference);
  if (expression.is('dotted_name')) return nameOfPattern(expression, inference);
  if (expression.is('generic_type', 'member_type')) return nameOfTypeForm(expression, inference);
  return undefined;
}

function nameOfIdentifier(identifier: SyntaxNode<'identifier'>, inference: Inference): InferredName | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  if (binding === undefined) return nameOfUnbound(identifier.text, inference);
  const first = binding.declarations[0]?.name;
  // The answer is kept where the name is first bound.
  return first === undefined || first.id === identifier.id ? nameOfBinding(binding, inference) : inference.named(first);
}

/**
 * The name that a builtin has in this file, where nothing binds it. A star import may bring another function of that name,
 * as `from os import *` brings `open`; what it brings instead of an exception is one as well.
 */
function nameOfBuiltin(name: string, { scopes }: Inference): InferredName | undefined {
  if (!builtinNames.has(name)) return undefined;
  const [initial = ''] = name;
  const isException = initial !== initial.toLowerCase();
  return { name: `builtins.${name}`, certainty: scopes.hasStarImport && !isException ? 'likely' : 'certain' };
}

/** The name that something has which nothing in the file binds. */
export function nameOfUnbound(name: string, inference: Inference): InferredName | undefined {
  return nameOfBuiltin(name, inference) ?? nameFromStar(name, inference);
}

/**
 * A name that nothing in the file binds may come from a star import. Other files tell what theirs bring; of libraries the
 * catalogue does.
 */
function nameFromStar(name: string, { scopes, catalogue }: Inference): InferredName | undefined {
  if (!scopes.hasStarImport) return undefined;
  const { stars } = scopes;
  if (!stars.every((star) => isOfLibrary(star, catalogue))) return certainName(`${applied(localModule, '*')}.${name}`);
  const found = [...stars].reverse().find((star) => catalogue.lookup(`${star}.${name}`) !== undefined);
  return found === undefined ? undefined : { name: `${found}.${name}`, certainty: stars.length === 1 ? 'certain' : 'likely' };
}

function isOfLibrary(module: string, catalogue: Inference['catalogue']): boolean {
  const dot = module.indexOf('.');
  return catalogue.isLibrary(dot < 0 ? module : module.slice(0, dot));
}

/**
 * The one name that all declarations of a binding agree on; a fallback to `None` does not count. Where an import that failed
 * is made up for by another import or a definition, that stands for the same thing; and so does what type checkers are told.
 */
export function nameOfBinding(binding: Binding, inference: Inference): InferredName | undefined {
  let result: InferredName | undefined;
  for (const declaration of binding.declarations) {
    if (declaration.value?.is('none') === true || declaration.kind === 'delete' || isOnlyAnnotated(declaration)) continue;
    if (result !== undefined && isForTypeCheckers(binding.declarations[0], declaration)) continue;
    const found = nameOfDeclaration(declaration, binding.scope, inference);
    if (found === undefined) return undefined;
    if (result === undefined) result = found;
    else if (result.name === found.name) result = { ...found, certainty: weaker(result.certainty, found.certainty) };
    else if (isFallback(declaration, binding.declarations[0])) result = { ...result, certainty: 'likely' };
    else return undefined;
  }
  return result;
}

/** Whether a declaration stands in an `except` of the `try` that begins with the import. */
function isFallback({ node }: Declaration, first: Declaration | undefined): boolean {
  const statement = first?.kind === 'import' ? enclosing(first.node, 'try_statement') : undefined;
  if (first === undefined || statement === undefined || !isWithin(first.node, statement.field('body'))) return false;
  return statement.children.some((clause) => clause.is('except_clause') && isWithin(node, clause));
}

/** Whether one declaration stands under `if TYPE_CHECKING:`, and the other in the `else` of that. */
function isForTypeCheckers(told: Declaration | undefined, { node }: Declaration): boolean {
  const statement = told && enclosing(told.node, 'if_statement');
  if (told === undefined || statement === undefined || !isWithin(told.node, statement.field('consequence'))) return false;
  const condition = statement.field('condition');
  const name = condition.is('attribute') ? condition.field('attribute') : condition;
  return (
    name.text === 'TYPE_CHECKING' && statement.field('alternative').some((clause) => clause.is('else_clause') && isWithin(node, clause))
  );
}

/** `name: Type` without a value, which binds nothing. */
function isOnlyAnnotated({ kind, value, annotation }: Declaration): boolean {
  return kind === 'assignment' && annotation !== undefined && value === undefined;
}

function nameOfDeclaration(declaration: Declaration, scope: Scope, inference: Inference): InferredName | undefined {
  const { imported, node, kind, value } = declaration;
  if (imported !== undefined) return certainName(imported);
  if (node.is('function_definition', 'class_definition')) return certainName(definitionName(node));
  if (kind === 'parameter') return nameOfClassParameter(declaration, scope, inference);
  return kind !== 'assignment' || scope.kind === 'class' ? undefined : nameOfValue(value, inference);
}

/** `cls` in a method of a class stands for the class. */
function nameOfClassParameter({ name }: Declaration, { node }: Scope, inference: Inference): InferredName | undefined {
  if (!node.is('function_definition') || receiverOf(node)?.id !== name.id) return undefined;
  const owner = classOfMethod(node, inference);
  return owner !== undefined && receiverKind(node, inference) === 'class' ? certainName(definitionName(owner)) : undefined;
}

/** A name for what another name stands for; an object is no name. */
function nameOfValue(value: SyntaxNode | undefined, inference: Inference): InferredName | undefined {
  return value?.is('identifier', 'attribute') === true && inference.typeOf(value) === undefined ? inference.named(value) : undefined;
}

function nameOfAttribute(attribute: SyntaxNode<'attribute'>, inference: Inference): InferredName | undefined {
  const object = attribute.field('object');
  const member = attribute.field('attribute').text;
  const type = inference.typeOf(object);
  if (type !== undefined) return withCertainty(memberName(type.type, member, inference), type.certainty);
  const owner = inference.named(object);
  if (owner !== undefined) return withCertainty(memberName(owner.name, member, inference), owner.certainty);
  return nameOfInherited(object, member, inference);
}

/** `super().member` in a method: looked up in what the class inherits from. */
function nameOfInherited(object: SyntaxNode, member: string, inference: Inference): InferredName | undefined {
  if (!object.is('call') || inference.nameOf(object.field('function')) !== 'builtins.super') return undefined;
  const owner = enclosingClass(object);
  return owner === undefined ? undefined : withCertainty(memberName(definitionName(owner), member, inference, 1), 'certain');
}

function subscriptedClass(expression: SyntaxNode<'subscript'>, inference: Inference): InferredName | undefined {
  const found = inference.named(expression.field('value'));
  if (found === undefined) return undefined;
  const { name } = found;
  const isClass =
    inference.localClass(name) !== undefined || inference.catalogue.lookup(name)?.methods !== undefined || name.startsWith('builtins.');
  return isClass ? found : undefined;
}

/** A class in a `case`: `httpx.Client()`. */
function nameOfPattern({ children: [first, ...rest] }: SyntaxNode, inference: Inference): InferredName | undefined {
  const found = inference.named(first);
  return found && { ...found, name: [found.name, ...rest.map(({ text }) => text)].join('.') };
}

function nameOfTypeForm(expression: SyntaxNode, inference: Inference): InferredName | undefined {
  const [first, last] = expression.children;
  const found = inference.named(first);
  if (expression.is('generic_type') || found === undefined || last === undefined) return found;
  return { ...found, name: `${found.name}.${last.text}` };
}

function certainName(name: string): InferredName {
  return { name, certainty: 'certain' };
}

function withCertainty(name: string | undefined, certainty: Certainty): InferredName | undefined {
  return name === undefined ? undefined : { name, certainty };
}

/**
 * The types of names: of one declaration, of all declarations of a name, and of those that reach a use.
 *
 * Invariant: a use in the function that binds the name is told by what reaches it; any other use, by all declarations.
 */
import type { SyntaxNode } from '../syntax/node';
import { isWithin } from '../syntax/query';
import { atMost, Possibilities, type Possibility } from './agreement';
import { alteredByUses } from './alterations';
import { membersOfAnnotation } from './annotations';
import { classOfMethod, receiverKind, receiverOf } from './classes';
import { isSwallowing } from './completions';
import { entered } from './contextManagers';
import { isOpen } from './forms';
import { certainly, type Inference, type InferredType } from './inference';
import { injectedType } from './injection';
import { outcomesOf, remaining } from './narrowing';
import { definitionName } from './definitions';
import type { Binding, Declaration, Scope } from './scopes';
import { typeOfPart } from './unpacking';
import type { Outcome, Value } from './values';

/** The type of what a name stands for where it is used; of what it is bound to where it is bound. */
export function typeOfIdentifier(identifier: SyntaxNode<'identifier'>, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  const [first, ...others] = binding?.declarations ?? [];
  if (binding === undefined || first === undefined) return undefined;
  const own = binding.declarations.find(({ name }) => name.id === identifier.id);
  if (own !== undefined) return typeOfDeclaration(own, binding, inference);
  const value = valueAt(identifier, binding, inference);
  if (value !== undefined) return typeOfValue(value, identifier, binding, inference);
  // The answers are kept where the name is first bound.
  return others.length === 0 ? inference.typeOf(first.name) : inference.typeOfAll(first.name);
}

/** The type that a name has just before a statement that changes its value. */
export function typeBefore(name: SyntaxNode, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(name);
  const value = binding?.scope.kind === 'function' ? inference.reachingIn(binding.scope).valueAt(binding, name) : undefined;
  return binding === undefined || value === undefined ? undefined : typeOfValue(value, name, binding, inference);
}

/**
 * The type that all declarations of a name agree on; assignments of `None` do not count. An annotation stands for values
 * that nothing is known of as well, but then it is not certain that the code keeps to it.
 */
export function typeOfAllDeclarations(name: SyntaxNode, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(name);
  const possible = new Possibilities();
  for (const declaration of binding?.declarations ?? []) {
    if (declaration.kind === 'delete' || isNone(declaration, inference)) continue;
    const annotation = toldBy(declaration, inference);
    const type = annotation === undefined ? inference.typeOf(declaration.name) : inference.annotated(annotation);
    if (annotation !== undefined && type === undefined) return undefined;
    possible.add(type);
  }
  return binding === undefined ? undefined : possible.result(declaredType(binding, inference));
}

function isNone(declaration: Declaration, inference: Inference): boolean {
  return declaration.value?.is('none') === true && toldBy(declaration, inference) === undefined;
}

/** The annotation of a declaration, where it says anything of the type. */
function toldBy({ annotation }: Declaration, inference: Inference): SyntaxNode | undefined {
  return annotation === undefined || isOpen(annotation, inference) ? undefined : annotation;
}

/** The type that the annotations of a name agree on. */
function declaredType({ declarations }: Binding, inference: Inference): InferredType | undefined {
  const possible = new Possibilities();
  for (const { annotation } of declarations) if (annotation !== undefined) possible.add(inference.annotated(annotation));
  return possible.result();
}

function typeOfDeclaration(declaration: Declaration, binding: Binding, inference: Inference): InferredType | undefined {
  const { annotation, kind, value } = declaration;
  const declared = annotation === undefined ? undefined : inference.annotated(annotation);
  if (declared !== undefined) return declared;
  if (kind === 'parameter') return annotation === undefined ? parameterType(declaration, binding, inference) : undefined;
  // Where the annotation leaves several types open, the value is one of them.
  if (kind === 'assignment' && value !== undefined) return alteredByUses(stored(value, inference), binding, inference);
  if (annotation !== undefined) return undefined;
  if (kind === 'with') return alteredByUses(entered(declaration, inference), binding, inference);
  if (kind === 'except') return caught(declaration, inference);
  return kind === 'assignment' || kind === 'loop' ? typeOfPart(declaration, inference) : undefined;
}

const growing = ['list', 'set', 'dictionary', 'list_comprehension', 'set_comprehension', 'dictionary_comprehension'] as const;

/** What a name is given; into a list that has a name, other things may be put later. */
function stored(value: SyntaxNode, inference: Inference): InferredType | undefined {
  const type = inference.typeOf(value);
  return type?.args !== undefined && value.is(...growing)
    ? { ...type, args: type.args.map((argument) => atMost(argument, 'likely')) }
    : type;
}

function parameterType(declaration: Declaration, binding: Binding, inference: Inference): InferredType | undefined {
  return receiverType(declaration, binding, inference) ?? injectedType(declaration.node, inference);
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

/** What reaches a use; undefined where all declarations may. */
function valueAt(identifier: SyntaxNode<'identifier'>, binding: Binding, inference: Inference): Value | undefined {
  const { scope } = binding;
  if (scope.kind !== 'function' && scope.kind !== 'comprehension') return undefined;
  const reaching = inference.reachingIn(scope);
  if (!reaching.isVaried(binding) || !isRunIn(scope, inference.scopes.scopeAt(identifier))) return undefined;
  const [declaration] = binding.declarations;
  let value = reaching.valueAt(binding, identifier);
  if (scope.kind === 'comprehension' && declaration !== undefined) value = { kind: 'declared', declaration };
  for (const outcome of value === undefined ? [] : outcomesAround(identifier)) {
    if (value !== undefined && outcome.test.name === binding.name) value = { kind: 'tested', value, outcome };
  }
  return value;
}

/** Whether code of the inner scope runs where it stands in the outer one: in a comprehension, but not in a function. */
function isRunIn(outer: Scope, inner: Scope): boolean {
  let scope: Scope | undefined = inner;
  while (scope !== undefined && scope.node.id !== outer.node.id && scope.kind !== 'function' && scope.kind !== 'lambda')
    scope = scope.parent;
  return scope?.node.id === outer.node.id;
}

/** What has come out true or false in the same statement by the time that an expression is evaluated. */
function outcomesAround(expression: SyntaxNode): readonly Outcome[] {
  const found: Outcome[] = [];
  let child = expression;
  for (let parent = expression.parent; parent !== undefined && !parent.is('block', 'module', 'lambda'); parent = parent.parent) {
    if (parent.is('boolean_operator') && parent.field('right').id === child.id)
      found.push(...outcomesOf(parent.field('left'), parent.field('operator').text === 'and'));
    if (parent.is('conditional_expression')) {
      const [first, condition, last] = parent.children;
      if (condition !== undefined && first?.id === child.id) found.push(...outcomesOf(condition, true));
      if (condition !== undefined && last?.id === child.id) found.push(...outcomesOf(condition, false));
    }
    for (const part of parent.children) {
      const isBefore = part.is('if_clause') && (parent.children[0]?.id === child.id || part.id < child.id);
      const [condition] = isBefore && !parent.is('case_clause') ? part.children : [];
      if (condition !== undefined) found.push(...outcomesOf(condition, true));
    }
    child = parent;
  }
  return found;
}

function typeOfValue(value: Value, use: SyntaxNode, binding: Binding, inference: Inference): InferredType | undefined {
  const evaluation = { use, left: mostValues, isCircular: false, known: new Map<Value, readonly Possibility[]>() };
  const all = new Possibilities();
  const possible = possibilitiesOf(value, evaluation, inference);
  for (const one of possible) if (one !== 'none') all.add(one);
  const type = possible.length === 0 && !evaluation.isCircular ? undefined : all.result(declaredType(binding, inference));
  return atMost(type, evaluation.isCircular ? 'likely' : 'certain');
}

interface Evaluation {
  readonly use: SyntaxNode;
  /** How many more values are looked at. */
  left: number;
  /** Whether the value of the use depends on itself, in a loop. */
  isCircular: boolean;
  /** Nothing, for a value that is being looked at. */
  readonly known: Map<Value, readonly Possibility[]>;
}

const mostValues = 100;

function possibilitiesOf(value: Value, evaluation: Evaluation, inference: Inference): readonly Possibility[] {
  const known = evaluation.known.get(value);
  if (known !== undefined) return known;
  evaluation.left -= 1;
  if (evaluation.left < 0) return [undefined];
  evaluation.known.set(value, []);
  const found = foundPossibilities(value, evaluation, inference);
  evaluation.known.set(value, found);
  return found;
}

function foundPossibilities(value: Value, evaluation: Evaluation, inference: Inference): readonly Possibility[] {
  switch (value.kind) {
    case 'declared':
      return declaredPossibilities(value.declaration, evaluation, inference);
    case 'any':
      return whole(value.values).flatMap((one) => possibilitiesOf(one, evaluation, inference));
    case 'tested':
      return remaining(possibilitiesOf(value.value, evaluation, inference), value.outcome, inference);
    case 'swallowed':
      return isSwallowing(value.statement, swallows(inference)) ? possibilitiesOf(value.value, evaluation, inference) : [];
  }
}

/**
 * The values without those that say nothing more: after `if isinstance(x, Special): …` the object is again whatever it was before,
 * be it that the other branch says what it is not, or nothing.
 */
function whole(values: readonly Value[]): readonly Value[] {
  if (!values.some(({ kind }) => kind === 'tested')) return values;
  const before = new Set(values);
  // What is added is looked at as well: the last two branches of an `if` with an `elif` make up its first `else`.
  for (const value of before) {
    if (value.kind === 'tested' && [...before].some((other) => isOpposite(value, other))) before.add(value.value);
  }
  return [...before].filter((value) => !isPartOfOther(value, before));
}

/** Whether the other is the same value after the same test, which came out otherwise. */
function isOpposite(tested: Tested, other: Value): boolean {
  return other.kind === 'tested' && other.outcome.holds !== tested.outcome.holds && isAfterSame(tested, other);
}

/** Each branch of an `if` is told anew what the conditions before it came to. */
function isAfterSame(one: Tested, other: Tested): boolean {
  const [test, another] = [one.outcome.test, other.outcome.test];
  if (test.kind !== 'instance' || another.kind !== 'instance' || test.test.id !== another.test.id) return false;
  const [value, otherValue] = [one.value, other.value];
  if (value === otherValue) return true;
  if (value.kind !== 'tested' || otherValue.kind !== 'tested') return false;
  return value.outcome.holds === otherValue.outcome.holds && isAfterSame(value, otherValue);
}

type Tested = Value & { readonly kind: 'tested' };

function isPartOfOther(value: Value, others: ReadonlySet<Value>): boolean {
  for (let part = value; part.kind === 'tested';) {
    part = part.value;
    if (others.has(part)) return true;
  }
  return false;
}

function swallows(inference: Inference): (call: SyntaxNode<'call'>) => boolean {
  return (call) => inference.catalogue.lookup(inference.nameOf(call.field('function')))?.swallows === true;
}

function declaredPossibilities(declaration: Declaration, evaluation: Evaluation, inference: Inference): readonly Possibility[] {
  if (declaration.kind === 'delete') return [];
  if (isNone(declaration, inference)) return ['none'];
  // `node = node.parent` in a loop: what it gives has the type that the others have, or there is none.
  if (isWithin(evaluation.use, declaration.node) && declaration.kind === 'assignment') {
    const { node } = declaration;
    // `text += part` keeps the type that it finds, or is not known.
    evaluation.isCircular ||= !node.is('augmented_assignment') || node.field('left').id !== evaluation.use.id;
    return [];
  }
  const type = inference.typeOf(declaration.name);
  if (type !== undefined || declaration.annotation === undefined) return [type];
  return membersOfAnnotation(declaration.annotation, inference);
}

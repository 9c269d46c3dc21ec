/** The type of the value that an expression gives. */
import type { SyntaxNode } from '../syntax/node';
import type { NodeKind } from '../syntax/kinds.generated';
import { enclosingFunction, isAsync, keywordArgument } from '../syntax/query';
import { onlyValue, type Inference, type InferredType } from './inference';
import { definitionName } from './names';
import type { Binding, Declaration } from './scopes';

const literalTypes: Partial<Record<NodeKind, string>> = {
  string: 'builtins.str',
  concatenated_string: 'builtins.str',
  integer: 'builtins.int',
  float: 'builtins.float',
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
  const literal = literalTypes[expression.kind];
  if (literal !== undefined) return { type: literal, certainty: 'certain' };
  if (expression.is('identifier')) return typeOfIdentifier(expression, inference);
  if (expression.is('attribute')) return typeOfAttribute(expression, inference);
  if (expression.is('call')) return typeOfCall(expression, false, inference);
  if (expression.is('await')) return typeOfAwait(expression, inference);
  if (expression.is('parenthesized_expression')) return inference.typeOf(expression.children[0]);
  if (expression.is('named_expression')) return inference.typeOf(expression.field('value'));
  if (expression.is('conditional_expression')) return agreed([expression.children[0], expression.children[2]], inference);
  if (expression.is('boolean_operator')) return eitherOperand(expression, inference);
  if (expression.is('binary_operator')) return divided(expression, inference);
  return undefined;
}

function typeOfIdentifier(identifier: SyntaxNode<'identifier'>, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  return binding === undefined ? undefined : typeOfBinding(binding, inference);
}

/** The type that all declarations of a binding agree on; assignments of `None` do not count. */
function typeOfBinding(binding: Binding, inference: Inference): InferredType | undefined {
  let result: InferredType | undefined;
  for (const declaration of binding.declarations) {
    if (declaration.kind === 'delete') continue;
    if (declaration.value?.is('none') === true && declaration.annotation === undefined) continue;
    const type = typeOfDeclaration(declaration, binding, inference);
    if (type === undefined || (result !== undefined && result.type !== type.type)) return undefined;
    result = result === undefined ? type : weaker(result, type);
  }
  return result;
}

function typeOfDeclaration(declaration: Declaration, binding: Binding, inference: Inference): InferredType | undefined {
  if (declaration.annotation !== undefined) return inference.annotated(declaration.annotation);
  if (declaration.kind === 'parameter') return receiverType(declaration, binding, inference);
  if (declaration.kind === 'assignment') return inference.typeOf(declaration.value);
  if (declaration.kind === 'with') return entered(declaration.value, inference);
  if (declaration.kind === 'except' && declaration.value !== undefined) return instanceOf(inference.nameOf(declaration.value));
  return undefined;
}

/** The first parameter of a method is an instance of its class; that of a class method is no instance. */
function receiverType(declaration: Declaration, binding: Binding, inference: Inference): InferredType | undefined {
  const definition = binding.scope.node;
  if (!definition.is('function_definition')) return undefined;
  const [first] = definition.field('parameters').children;
  const owner = classOfMethod(definition);
  if (owner === undefined || first?.id !== declaration.node.id || isStaticOrClassMethod(definition, inference)) return undefined;
  return { type: definitionName(owner), certainty: 'certain' };
}

/** The class that a function is a method of. */
export function classOfMethod(definition: SyntaxNode<'function_definition'>): SyntaxNode<'class_definition'> | undefined {
  const holder = definition.parent?.is('decorated_definition') === true ? definition.parent.parent : definition.parent;
  const owner = holder?.is('block') === true ? holder.parent : undefined;
  return owner?.is('class_definition') === true ? owner : undefined;
}

function isStaticOrClassMethod(definition: SyntaxNode<'function_definition'>, inference: Inference): boolean {
  const decorated = definition.parent;
  if (decorated?.is('decorated_definition') !== true) return false;
  return decorated.children.some((child) => {
    const name = child.is('decorator') ? inference.nameOf(child.children[0]) : undefined;
    return name === 'builtins.staticmethod' || name === 'builtins.classmethod';
  });
}

/** What `with value as x` binds. */
function entered(value: SyntaxNode | undefined, inference: Inference): InferredType | undefined {
  if (value?.is('call') === true) {
    const api = inference.catalogue.lookup(inference.nameOf(value.field('function')));
    if (api?.enters !== undefined) return instanceOf(api.enters);
  }
  const type = inference.typeOf(value);
  if (type === undefined) return undefined;
  const enters = inference.catalogue.lookup(type.type)?.enters;
  return enters === undefined ? type : { ...type, type: enters };
}

function typeOfAttribute(attribute: SyntaxNode<'attribute'>, inference: Inference): InferredType | undefined {
  const owner = inference.typeOf(attribute.field('object'));
  const member = attribute.field('attribute').text;
  if (owner === undefined) {
    const api = inference.catalogue.lookup(inference.nameOf(attribute));
    return api?.returns !== undefined && api.isValue === true ? instanceOf(api.returns) : undefined;
  }
  const definition = inference.localClass(owner.type);
  if (definition === undefined) {
    const api = inference.catalogue.lookup(`${owner.type}.${member}`);
    return api?.isValue === true && api.returns !== undefined ? { type: api.returns, certainty: owner.certainty } : undefined;
  }
  const members = inference.membersOf(definition);
  const sources = members.attributes.get(member);
  if (sources === undefined) return propertyType(members.methods.get(member), inference);
  const annotated = sources.find((source) => source.annotation !== undefined)?.annotation;
  if (annotated !== undefined) return inference.annotated(annotated);
  return agreed(
    sources.map((source) => source.value),
    inference,
  );
}

function propertyType(method: SyntaxNode<'function_definition'> | undefined, inference: Inference): InferredType | undefined {
  const decorated = method?.parent;
  if (method === undefined || decorated?.is('decorated_definition') !== true) return undefined;
  const isProperty = decorated.children.some((child) => {
    const name = child.is('decorator') ? inference.nameOf(child.children[0]) : undefined;
    return name === 'builtins.property' || name === 'functools.cached_property';
  });
  return isProperty ? inference.annotated(method.field('return_type')) : undefined;
}

function typeOfAwait(expression: SyntaxNode<'await'>, inference: Inference): InferredType | undefined {
  const [awaited] = expression.children;
  return awaited?.is('call') === true ? typeOfCall(awaited, true, inference) : undefined;
}

/** What a call gives: of a coroutine function only when it is awaited. */
function typeOfCall(call: SyntaxNode<'call'>, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const callee = call.field('function');
  const instance = inference.typeOf(callee);
  if (instance !== undefined) return calledInstance(callee, instance, isAwaited, inference);
  const name = inference.nameOf(callee);
  if (name === undefined) return undefined;
  if (inference.localClass(name) !== undefined) return instanceOf(name);
  const local = inference.localFunction(name);
  if (local !== undefined) return returned(local, isAwaited, inference);
  const api = inference.catalogue.lookup(name);
  if (api === undefined) return undefined;
  if (api.returns !== undefined) return (api.isAsync === true) === isAwaited ? instanceOf(api.returns) : undefined;
  return api.methods === undefined || isAwaited ? undefined : instanceOf(api.name);
}

function returned(definition: SyntaxNode<'function_definition'>, isAwaited: boolean, inference: Inference): InferredType | undefined {
  if (isAsync(definition) !== isAwaited || isGenerator(definition)) return undefined;
  return inference.annotated(definition.field('return_type'));
}

function isGenerator(definition: SyntaxNode<'function_definition'>): boolean {
  const body = definition.field('body');
  return /\byield\b/.test(body.text) && [...yields(body)].some((node) => enclosingFunction(node)?.id === definition.id);
}

function* yields(body: SyntaxNode): Iterable<SyntaxNode> {
  const pending: SyntaxNode[] = [body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.is('yield')) yield node;
    pending.push(...node.children);
  }
}

/** Calling an object: what its `__call__` gives, or an instance of the class that a factory was made for. */
function calledInstance(callee: SyntaxNode, instance: InferredType, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const api = inference.catalogue.lookup(`${instance.type}.__call__`);
  if (api?.returns === undefined || (api.isAsync === true) !== isAwaited) return undefined;
  const makes = inference.catalogue.lookup(instance.type)?.makes;
  if (makes === undefined) return { type: api.returns, certainty: instance.certainty };
  const construction = constructionOf(callee, inference);
  if (construction === undefined) return { type: api.returns, certainty: 'likely' };
  const made = keywordArgument(construction, makes);
  return made === undefined ? { type: api.returns, certainty: instance.certainty } : instanceOf(inference.nameOf(made));
}

/** The call that made the object that a name or an attribute of `self` stands for. */
function constructionOf(expression: SyntaxNode, inference: Inference): SyntaxNode<'call'> | undefined {
  if (expression.is('call')) return expression;
  const value = expression.is('attribute') ? onlyAttributeValue(expression, inference) : onlyBoundValue(expression, inference);
  return value?.is('call') === true ? value : undefined;
}

function onlyBoundValue(expression: SyntaxNode, inference: Inference): SyntaxNode | undefined {
  const binding = inference.scopes.bindingOf(expression);
  return binding === undefined ? undefined : onlyValue(binding);
}

function onlyAttributeValue(attribute: SyntaxNode<'attribute'>, inference: Inference): SyntaxNode | undefined {
  const owner = inference.typeOf(attribute.field('object'));
  const definition = owner === undefined ? undefined : inference.localClass(owner.type);
  const sources = definition === undefined ? undefined : inference.membersOf(definition).attributes.get(attribute.field('attribute').text);
  return sources?.length === 1 ? sources[0]?.value : undefined;
}

function instanceOf(name: string | undefined): InferredType | undefined {
  return name === undefined ? undefined : { type: name, certainty: 'certain' };
}

/** The type that all expressions but `None` have. */
function agreed(expressions: readonly (SyntaxNode | undefined)[], inference: Inference): InferredType | undefined {
  let result: InferredType | undefined;
  for (const expression of expressions) {
    if (expression?.is('none') === true) continue;
    const type = inference.typeOf(expression);
    if (type === undefined || (result !== undefined && result.type !== type.type)) return undefined;
    result = result === undefined ? type : weaker(result, type);
  }
  return result;
}

/** `given or Default()`: the default's type when nothing is known of the other, and then only likely. */
function eitherOperand(expression: SyntaxNode<'boolean_operator'>, inference: Inference): InferredType | undefined {
  if (expression.field('operator').text !== 'or') return undefined;
  const left = inference.typeOf(expression.field('left'));
  const right = inference.typeOf(expression.field('right'));
  if (left !== undefined && right !== undefined) return left.type === right.type ? weaker(left, right) : undefined;
  return right === undefined ? undefined : { type: right.type, certainty: 'likely' };
}

/** `folder / 'name'`: the one operator whose result the catalogue names. */
function divided(expression: SyntaxNode<'binary_operator'>, inference: Inference): InferredType | undefined {
  if (expression.field('operator').text !== '/') return undefined;
  const left = inference.typeOf(expression.field('left'));
  const result = left === undefined ? undefined : inference.catalogue.lookup(`${left.type}.__truediv__`)?.returns;
  return left === undefined || result === undefined ? undefined : { type: result, certainty: left.certainty };
}

function weaker(a: InferredType, b: InferredType): InferredType {
  return a.certainty === 'likely' ? a : b;
}

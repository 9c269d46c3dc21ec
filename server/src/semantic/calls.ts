/** The type of what a call gives. */
import type { SyntaxNode } from '../syntax/node';
import { callArguments, decoratorsOf, isAsync, keywordArgument } from '../syntax/query';
import { agreementOf, atMost, typeWith } from './agreement';
import { isOverload } from './classes';
import { decoratorName } from './definitions';
import { certainly, onlyValue, type Certainty, type Inference, type InferredType } from './inference';
import { typeOfKnownCall, typeOfNewType } from './knownCalls';
import { memberName, onlyMemberValue } from './members';
import { givenTo } from './returns';
import { isOfOtherFile } from './specialMethods';
import { applied } from './symbolic';

/** What a call gives: of a coroutine function only when it is awaited. */
export function typeOfCall(call: SyntaxNode<'call'>, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const callee = call.field('function');
  const name = inference.nameOf(callee);
  const called = (other: SyntaxNode, isOtherAwaited: boolean): InferredType | undefined => typeOfCalled(other, isOtherAwaited, inference);
  const known = name === undefined ? undefined : typeOfKnownCall(name, call, isAwaited, inference, called);
  return known === undefined ? typeOfCalled(callee, isAwaited, inference) : atMost(known, inference.named(callee)?.certainty ?? 'certain');
}

/** What calling what an expression stands for gives. */
function typeOfCalled(callee: SyntaxNode, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const instance = inference.typeOf(callee);
  if (instance !== undefined) return calledInstance(callee, instance, isAwaited, inference);
  const found = inference.named(callee);
  if (found === undefined) return undefined;
  return atMost(typeOfNamedCall(found.name, callee, isAwaited, inference), found.certainty);
}

function typeOfNamedCall(name: string, callee: SyntaxNode, isAwaited: boolean, inference: Inference): InferredType | undefined {
  if (inference.localClass(name) !== undefined) {
    if (isAwaited) return undefined;
    return callee.is('subscript') ? inference.annotated(callee) : certainly(name);
  }
  const local = inference.localFunction(name);
  if (local !== undefined) return returned(local, receiverOfCall(callee, inference), isAwaited, inference);
  const api = inference.catalogue.lookup(name);
  if (api === undefined) return isOfOtherFile(name) ? certainly(applied(name, '()', ...(isAwaited ? (['!'] as const) : []))) : undefined;
  if (api.each !== undefined) return isAwaited ? undefined : typeWith('collections.abc.Iterator', 'certain', [certainly(api.each)]);
  if (api.returns !== undefined) return (api.isAsync === true) === isAwaited ? certainly(api.returns) : undefined;
  return api.methods === undefined || isAwaited ? undefined : certainly(api.name);
}

/** What a call of a local function gives, awaited where it is a coroutine; undefined where nothing is known. */
export function resultOf(definition: SyntaxNode<'function_definition'>, inference: Inference): InferredType | undefined {
  return returned(definition, undefined, isAsync(definition) && !inference.scopes.isGenerator(definition), inference);
}

/** Whether a decorator is known to leave a function's way of running as it is. */
export function isPlainDecorator(name: string | undefined, { catalogue }: Inference): boolean {
  if (name === undefined) return false;
  if (keepingDecorators.has(name) || changingDecorators.has(name)) return true;
  const api = catalogue.lookup(name);
  return api !== undefined && api.offloads === undefined && api.returns === undefined;
}

/** The object or class that a method is called on. */
function receiverOfCall(callee: SyntaxNode, inference: Inference): InferredType | undefined {
  if (!callee.is('attribute')) return undefined;
  const object = callee.field('object');
  return inference.typeOf(object) ?? certainly(inference.nameOf(object));
}

/** What a local function gives that is called on the receiver. */
function returned(
  definition: SyntaxNode<'function_definition'>,
  receiver: InferredType | undefined,
  isAwaited: boolean,
  inference: Inference,
): InferredType | undefined {
  // Calling an async generator gives one at once.
  const isGenerator = inference.scopes.isGenerator(definition);
  if ((isAsync(definition) && !isGenerator) !== isAwaited) return undefined;
  const overloads = overloadsOf(definition, inference);
  if (overloads.length > 0) return agreementOf(overloads.map((one) => givenTo(one, receiver, inference)));
  const certainty = certaintyOfReturn(definition, inference);
  return certainty === undefined ? undefined : atMost(givenTo(definition, receiver, inference), certainty);
}

/** What says how a function may be called that has the same name, and gives what each of them says. */
function overloadsOf(definition: SyntaxNode<'function_definition'>, inference: Inference): readonly SyntaxNode<'function_definition'>[] {
  const declarations = inference.scopes.bindingOf(definition.field('name'))?.declarations ?? [];
  if (declarations.length < 2) return [];
  return declarations.flatMap(({ node }) => (node.is('function_definition') && isOverload(node) ? [node] : []));
}

/** Decorators under which a function gives what it is annotated with. */
const keepingDecorators = new Set([
  'abc.abstractmethod',
  'builtins.classmethod',
  'builtins.staticmethod',
  'functools.cache',
  'functools.lru_cache',
  'functools.wraps',
  'typing.final',
  'typing.override',
  'typing_extensions.final',
  'typing_extensions.override',
]);

/** Decorators whose result is called in another way, or gives something else. */
const changingDecorators = new Set([
  'builtins.property',
  'contextlib.asynccontextmanager',
  'contextlib.contextmanager',
  'functools.cached_property',
  'typing.overload',
  'typing_extensions.overload',
]);

/** How certain it is that a call gives what the annotation says; undefined where it does not. */
function certaintyOfReturn(definition: SyntaxNode<'function_definition'>, inference: Inference): Certainty | undefined {
  let certainty: Certainty = 'certain';
  for (const decorator of decoratorsOf(definition)) {
    const name = decoratorName(decorator, inference);
    if (name !== undefined && changingDecorators.has(name)) return undefined;
    const isKeeping = name !== undefined && (keepingDecorators.has(name) || inference.catalogue.lookup(name)?.retry !== undefined);
    if (!isKeeping) certainty = 'likely';
  }
  return certainty;
}

/** Calling an object: what its `__call__` gives, or an instance of the class that a factory was made for. */
function calledInstance(callee: SyntaxNode, instance: InferredType, isAwaited: boolean, inference: Inference): InferredType | undefined {
  if (instance.type === 'typing.NewType') return isAwaited ? undefined : typeOfNewType(callee, inference);
  if (instance.type === 'functools.partial') {
    const made = constructionOf(callee, inference);
    const [wrapped] = made === undefined ? [] : callArguments(made).positional;
    return wrapped && typeOfCalled(wrapped, isAwaited, inference);
  }
  const method = memberName(instance.type, '__call__', inference);
  const local = method === undefined ? undefined : inference.localFunction(method);
  if (local !== undefined) return atMost(returned(local, instance, isAwaited, inference), instance.certainty);
  const api = inference.catalogue.lookup(method);
  if (api?.returns === undefined || (api.isAsync === true) !== isAwaited) return undefined;
  const makes = inference.catalogue.lookup(instance.type)?.makes;
  if (makes === undefined) return { type: api.returns, certainty: instance.certainty };
  const construction = constructionOf(callee, inference);
  if (construction === undefined) return { type: api.returns, certainty: 'likely' };
  const made = keywordArgument(construction, makes);
  return made === undefined ? { type: api.returns, certainty: instance.certainty } : certainly(inference.nameOf(made));
}

/** The type of an object, together with the class that it makes where it is a factory: `sessionmaker(class_=Session)`. */
export function madeBy(value: SyntaxNode | undefined, type: InferredType, inference: Inference): InferredType {
  const makes = inference.catalogue.lookup(type.type)?.makes;
  const made = makes === undefined || value?.is('call') !== true ? undefined : inference.nameOf(keywordArgument(value, makes));
  return made === undefined ? type : { ...type, args: [{ type: made, certainty: 'certain' }] };
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
  return owner === undefined ? undefined : onlyMemberValue(owner.type, attribute.field('attribute').text, inference);
}

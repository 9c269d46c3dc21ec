/** The type of what a call gives. */
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf, isAsync, keywordArgument } from '../syntax/query';
import { certainly, onlyValue, type Certainty, type Inference, type InferredType } from './inference';
import { memberName, onlyMemberValue } from './members';

/** What a call gives: of a coroutine function only when it is awaited. */
export function typeOfCall(call: SyntaxNode<'call'>, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const callee = call.field('function');
  const instance = inference.typeOf(callee);
  if (instance !== undefined) return calledInstance(callee, instance, isAwaited, inference);
  const found = inference.named(callee);
  if (found === undefined) return undefined;
  return withCertainty(typeOfNamedCall(found.name, isAwaited, inference), found.certainty);
}

function typeOfNamedCall(name: string, isAwaited: boolean, inference: Inference): InferredType | undefined {
  if (inference.localClass(name) !== undefined) return isAwaited ? undefined : certainly(name);
  const local = inference.localFunction(name);
  if (local !== undefined) return returned(local, isAwaited, inference);
  const api = inference.catalogue.lookup(name);
  if (api === undefined) return undefined;
  if (api.returns !== undefined) return (api.isAsync === true) === isAwaited ? certainly(api.returns) : undefined;
  return api.methods === undefined || isAwaited ? undefined : certainly(api.name);
}

function returned(definition: SyntaxNode<'function_definition'>, isAwaited: boolean, inference: Inference): InferredType | undefined {
  if (isAsync(definition) !== isAwaited || inference.scopes.isGenerator(definition)) return undefined;
  const certainty = certaintyOfReturn(definition, inference);
  return certainty === undefined ? undefined : withCertainty(inference.annotated(definition.field('return_type')), certainty);
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

/** The name of a decorator, whether it is called or not. */
export function decoratorName(decorator: SyntaxNode<'decorator'>, inference: Inference): string | undefined {
  const [expression] = decorator.children;
  return inference.nameOf(expression?.is('call') === true ? expression.field('function') : expression);
}

/** Calling an object: what its `__call__` gives, or an instance of the class that a factory was made for. */
function calledInstance(callee: SyntaxNode, instance: InferredType, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const method = memberName(instance.type, '__call__', inference);
  const local = method === undefined ? undefined : inference.localFunction(method);
  if (local !== undefined) return withCertainty(returned(local, isAwaited, inference), instance.certainty);
  const api = inference.catalogue.lookup(method);
  if (api?.returns === undefined || (api.isAsync === true) !== isAwaited) return undefined;
  const makes = inference.catalogue.lookup(instance.type)?.makes;
  if (makes === undefined) return { type: api.returns, certainty: instance.certainty };
  const construction = constructionOf(callee, inference);
  if (construction === undefined) return { type: api.returns, certainty: 'likely' };
  const made = keywordArgument(construction, makes);
  return made === undefined ? { type: api.returns, certainty: instance.certainty } : certainly(inference.nameOf(made));
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

/** The type, no more certain than this. */
function withCertainty(type: InferredType | undefined, certainty: Certainty): InferredType | undefined {
  return type === undefined || certainty === 'certain' ? type : { type: type.type, certainty };
}

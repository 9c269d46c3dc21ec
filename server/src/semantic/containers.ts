/**
 * What the containers of Python hold: what displays make of their elements, what iterating and subscripting give.
 *
 * Invariant: `args` of a container are those of its class in annotations; a tuple with one of them may have any length.
 */
import type { SyntaxNode } from '../syntax/node';
import { stringValue } from '../syntax/query';
import { agreement, agreementOf, atMost, typeWith } from './agreement';
import { weaker, type Inference, type InferredType } from './inference';
import { memberName, typeOfMember } from './members';
import { inferYields } from './returns';
import { givenByOtherFile, givenBySpecial, objectOfOtherFile } from './specialMethods';
import { applied, isSymbolic, partName } from './symbolic';

/** What all classes are objects of. */
export const classes = 'builtins.type';

/** Longer displays are data, and to look at every element would take long. */
const mostElements = 16;

/** The type of `[a, b]`, `{k: v}`, `(a, b)` and of comprehensions. */
export function typeOfDisplay(expression: SyntaxNode, inference: Inference): InferredType | undefined {
  const { children } = expression;
  const typed = (type: string, ...args: readonly (InferredType | undefined)[]): InferredType => typeWith(type, 'certain', args);
  if (expression.is('list', 'set')) return typed(`builtins.${expression.kind}`, ofElements(children, inference));
  if (expression.is('list_comprehension')) return typed('builtins.list', inference.typeOf(expression.field('body')));
  if (expression.is('set_comprehension')) return typed('builtins.set', inference.typeOf(children[0]));
  if (expression.is('generator_expression')) return typed('collections.abc.Generator', inference.typeOf(children[0]));
  if (expression.is('tuple', 'expression_list')) {
    const isLong = children.length > mostElements || children.some((child) => child.is('list_splat'));
    return typed('builtins.tuple', ...(isLong ? [] : children.map((child) => inference.typeOf(child) ?? typeOfClass(child, inference))));
  }
  if (expression.is('dictionary_comprehension')) {
    const pair = expression.field('body');
    return typed('builtins.dict', inference.typeOf(pair.field('key')), inference.typeOf(pair.field('value')));
  }
  if (!expression.is('dictionary')) return undefined;
  const pairs = children.filter((child) => child.is('pair'));
  if (pairs.length < children.length || pairs.length > mostElements) return typed('builtins.dict');
  const keys = agreementOf(pairs.map((pair) => inference.typeOf(pair.field('key'))));
  const values = agreementOf(pairs.map((pair) => inference.typeOf(pair.field('value'))));
  return typed('builtins.dict', keys, values);
}

/** What a class is as a value, `type[ValueError]`: what other files define is taken for a class by its name. */
function typeOfClass(expression: SyntaxNode, inference: Inference): InferredType | undefined {
  const name = expression.is('identifier') ? expression : expression.is('attribute') ? expression.field('attribute') : undefined;
  if (name === undefined || !classLike.test(name.text)) return undefined;
  const type = inference.nameOf(expression);
  return type === undefined || isSymbolic(type) ? undefined : typeWith(classes, 'certain', [{ type, certainty: 'certain' }]);
}

function ofElements(elements: readonly SyntaxNode[], inference: Inference): InferredType | undefined {
  if (elements.length > mostElements) return undefined;
  return agreementOf(elements.map((element) => (element.is('list_splat') ? undefined : inference.typeOf(element))));
}

const mappings = new Set([
  ...['builtins.dict', 'collections.OrderedDict', 'collections.defaultdict', 'collections.ChainMap'],
  ...['collections.abc.Mapping', 'collections.abc.MutableMapping'],
]);

const sequences = new Set(['builtins.list', 'collections.deque', 'collections.abc.Sequence', 'collections.abc.MutableSequence']);

const iterables = new Set([
  ...['builtins.set', 'builtins.frozenset', 'builtins.reversed', 'collections.Counter'],
  ...['Iterable', 'Iterator', 'Generator', 'Collection', 'Reversible', 'Set', 'MutableSet', 'KeysView', 'ValuesView'].map(
    (name) => `collections.abc.${name}`,
  ),
]);

const asyncIterables = new Set(['AsyncIterable', 'AsyncIterator', 'AsyncGenerator'].map((name) => `collections.abc.${name}`));

/** Whether a type has its elements by key, by place, or not so. */
export function containerKind(type: string): 'mapping' | 'sequence' | 'iterable' | 'tuple' | undefined {
  if (type === 'builtins.tuple') return 'tuple';
  if (mappings.has(type)) return 'mapping';
  if (sequences.has(type)) return 'sequence';
  return iterables.has(type) ? 'iterable' : undefined;
}

const integer: InferredType = { type: 'builtins.int', certainty: 'certain' };

/** What a loop over an object gives. */
export function elementOf(owner: InferredType | undefined, isAsync: boolean, inference: Inference): InferredType | undefined {
  if (owner === undefined) return undefined;
  const { type, args = [], certainty } = owner;
  if (isSymbolic(type)) return { type: applied(type, '*'), certainty };
  if (isAsync) return asyncIterables.has(type) ? atMost(args[0], certainty) : givenByMethod(owner, '__aiter__', true, inference);
  if (type === 'builtins.tuple') return atMost(agreementOf(args), certainty);
  if (containerKind(type) !== undefined) return atMost(args[0], certainty);
  if (type === 'builtins.str') return { type, certainty };
  if (type === 'builtins.range' || type === 'builtins.bytes') return atMost(integer, certainty);
  if (type === 'builtins.enumerate') return typeWith('builtins.tuple', certainty, [integer, args[0]]);
  if (type === 'builtins.zip' || type === 'collections.abc.ItemsView') return typeWith('builtins.tuple', certainty, args);
  return givenByMethod(owner, '__iter__', false, inference);
}

/** What the iterator gives that a method of a local class is annotated with. */
function givenByMethod(owner: InferredType, method: string, isAsync: boolean, inference: Inference): InferredType | undefined {
  const definition = inference.localFunction(memberName(owner.type, method, inference) ?? '');
  if (definition !== undefined && definition.field('return_type') === undefined && inference.scopes.isGenerator(definition))
    return atMost(inferYields(definition, inference), owner.certainty);
  const iterator = inference.annotated(definition?.field('return_type'));
  // An iterator may be annotated as its own iterator.
  return iterator === undefined || iterator.type === owner.type
    ? undefined
    : atMost(elementOf(iterator, isAsync, inference), owner.certainty);
}

/** The type of `container[key]`. */
export function typeOfSubscript(expression: SyntaxNode<'subscript'>, inference: Inference): InferredType | undefined {
  const owner = inference.typeOf(expression.field('value'));
  const [key, ...others] = expression.field('subscript');
  if (key === undefined || others.length > 0) return undefined;
  if (owner === undefined) return itemOfOtherFile(expression.field('value'), key, inference);
  if (isSymbolic(owner.type)) return itemOf(owner, key, inference);
  const { type, args = [], certainty } = owner;
  const kind = containerKind(type);
  if (kind === 'mapping') return atMost(args[1], certainty);
  if (kind === 'sequence' || type === 'builtins.str' || type === 'builtins.bytes') {
    if (key.is('slice') || type === 'builtins.str') return owner;
    return type === 'builtins.bytes' ? atMost(integer, certainty) : atMost(args[0], certainty);
  }
  if (kind === 'tuple') return key.is('slice') ? { type, certainty } : atMost(tupleElement(args, key), certainty);
  const field = stringValue(key);
  if (field !== undefined && isTypedDict(type, inference)) return typeOfMember(owner, field, inference);
  const method = inference.localFunction(memberName(type, '__getitem__', inference) ?? '');
  return method === undefined
    ? givenBySpecial(owner, '__getitem__', inference)
    : atMost(inference.annotated(method.field('return_type')), certainty);
}

/** An item of what another file tells: of a tuple the one that stands there. */
function itemOf(owner: InferredType, key: SyntaxNode, inference: Inference): InferredType | undefined {
  if (key.is('slice')) return undefined;
  return key.is('integer') ? { ...owner, type: partName(owner.type, Number(key.text)) } : givenBySpecial(owner, '__getitem__', inference);
}

/**
 * The same of a name. A class that is given type arguments stands in other files as well; it is written in its own way, and
 * mostly not with a text.
 */
function itemOfOtherFile(value: SyntaxNode, key: SyntaxNode, inference: Inference): InferredType | undefined {
  const name = value.is('attribute') ? value.field('attribute') : value;
  if (!key.is('string') && (key.is('slice') || classLike.test(name.text))) return undefined;
  const object = key.is('integer') ? objectOfOtherFile(value, inference) : undefined;
  return object === undefined ? givenByOtherFile(value, '__getitem__', inference) : itemOf(object, key, inference);
}

const classLike = /^_*[A-Z]\w*[a-z]/;

/** Whether a local class says which keys its objects have. */
export function isTypedDict(type: string, inference: Inference): boolean {
  return inference.lineageOf(type).some((ancestor) => ancestor === 'typing.TypedDict' || ancestor === 'typing_extensions.TypedDict');
}

function tupleElement(args: readonly (InferredType | undefined)[], key: SyntaxNode): InferredType | undefined {
  const index = Number(key.text.replaceAll('_', ''));
  if (args.length <= 1 || !key.is('integer', 'unary_operator') || !Number.isInteger(index)) return agreementOf(args);
  return args[index < 0 ? args.length + index : index];
}

/** The part of an object that is unpacked at an index, with so many targets of which the one at `star` takes the rest. */
export function partOf(
  owner: InferredType | undefined,
  { index, count, star }: { readonly index: number; readonly count: number; readonly star: number },
  inference: Inference,
): InferredType | undefined {
  if (owner === undefined) return undefined;
  const { type, args = [], certainty } = owner;
  // Another file tells whether it is a tuple of different things.
  if (isSymbolic(type)) return star < 0 ? { type: partName(type, index), certainty } : undefined;
  if (type !== 'builtins.tuple' || args.length === 1) {
    const element = elementOf(owner, false, inference);
    return index === star ? typeWith('builtins.list', 'certain', [element]) : element;
  }
  if (star < 0) return args.length === count ? atMost(args[index], certainty) : undefined;
  const fromEnd = count - index;
  if (index === star) return typeWith('builtins.list', 'certain', [agreementOf(args.slice(star, args.length - fromEnd + 1))]);
  return atMost(args[index < star ? index : args.length - fromEnd], certainty);
}

/** What two containers together hold: `a + b`. */
export function concatenated(left: InferredType | undefined, right: InferredType | undefined): InferredType | undefined {
  if (left === undefined || left.type !== right?.type || !concatenable.has(left.type)) return undefined;
  if (left.type === 'builtins.tuple') return { type: left.type, certainty: weaker(left.certainty, right.certainty) };
  return agreement(left, right);
}

const concatenable = new Set(['builtins.str', 'builtins.bytes', 'builtins.list', 'builtins.tuple']);

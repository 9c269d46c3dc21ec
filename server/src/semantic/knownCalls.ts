/** What calls of Python's own functions give where that follows from their arguments. */
import type { SyntaxNode } from '../syntax/node';
import { callArguments, stringValue } from '../syntax/query';
import { atMost, typeWith } from './agreement';
import { newTypeBase } from './annotations';
import { enteredValue } from './contextManagers';
import { containerKind, elementOf, isTypedDict } from './containers';
import { certainly, type Inference, type InferredType } from './inference';
import { typeOfMember } from './members';
import { objectOfOtherFile } from './specialMethods';
import { applied, isSymbolic } from './symbolic';

/** What the callee gives when it is called, awaited or not; handed in, for it asks here in turn. */
export type Called = (callee: SyntaxNode, isAwaited: boolean) => InferredType | undefined;

interface KnownCall {
  readonly call: SyntaxNode<'call'>;
  /** The positional arguments. */
  readonly positional: readonly SyntaxNode[];
  readonly inference: Inference;
  readonly called: Called;
}

type Answer = (known: KnownCall) => InferredType | undefined;

function elementsOf(iterable: SyntaxNode | undefined, inference: Inference): InferredType | undefined {
  return elementOf(inference.typeOf(iterable) ?? objectOfOtherFile(iterable, inference), false, inference);
}

const element: Answer = ({ positional, inference }) => (positional.length === 1 ? elementsOf(positional[0], inference) : undefined);
const holding =
  (type: string): Answer =>
  (known) =>
    typeWith(type, 'certain', [element(known)]);
const always =
  (type: string): Answer =>
  () =>
    certainly(type);

/** By name: what the call gives at once. */
const immediate: Readonly<Record<string, Answer>> = {
  'builtins.bool': always('builtins.bool'),
  'builtins.bytearray': always('builtins.bytearray'),
  'builtins.bytes': always('builtins.bytes'),
  'builtins.dict': ({ positional, inference }) => {
    const given = inference.typeOf(positional[0]);
    return typeWith('builtins.dict', 'certain', given !== undefined && containerKind(given.type) === 'mapping' ? given.args : []);
  },
  'builtins.enumerate': ({ positional, inference }) => typeWith('builtins.enumerate', 'certain', [elementsOf(positional[0], inference)]),
  'builtins.float': always('builtins.float'),
  'builtins.frozenset': holding('builtins.frozenset'),
  'builtins.int': always('builtins.int'),
  'builtins.iter': holding('collections.abc.Iterator'),
  'builtins.len': always('builtins.int'),
  'builtins.list': holding('builtins.list'),
  'builtins.max': element,
  'builtins.min': element,
  'builtins.next': ({ positional, inference }) => elementsOf(positional[0], inference),
  'builtins.range': always('builtins.range'),
  'builtins.repr': always('builtins.str'),
  'builtins.reversed': holding('builtins.reversed'),
  'builtins.set': holding('builtins.set'),
  'builtins.sorted': holding('builtins.list'),
  'builtins.str': always('builtins.str'),
  'builtins.tuple': holding('builtins.tuple'),
  'builtins.zip': ({ positional, inference }) =>
    typeWith(
      'builtins.zip',
      'certain',
      positional.map((one) => elementsOf(one, inference)),
    ),
  'collections.OrderedDict': always('collections.OrderedDict'),
  'collections.defaultdict': ({ positional, called }) =>
    typeWith('collections.defaultdict', 'certain', [undefined, positional[0] && called(positional[0], false)]),
  'collections.deque': holding('collections.deque'),
  'asyncio.create_task': task,
  'asyncio.ensure_future': task,
  'asyncio.TaskGroup.create_task': task,
  'contextlib.AsyncExitStack.enter_context': entering,
  'contextlib.ExitStack.enter_context': entering,
  'functools.partial': always('functools.partial'),
  'typing.NewType': always('typing.NewType'),
  'typing.cast': ({ positional, inference }) => inference.annotated(positional[0]),
  'typing_extensions.cast': ({ positional, inference }) => inference.annotated(positional[0]),
};

/** By name: what awaiting the call gives. */
const awaited: Readonly<Record<string, Answer>> = {
  'asyncio.gather': gathered,
  'asyncio.shield': ({ positional, inference }) => awaitedValue(positional[0], inference),
  'asyncio.to_thread': ({ positional, called }) => positional[0] && called(positional[0], false),
  'asyncio.wait_for': ({ positional, inference }) => awaitedValue(positional[0], inference),
  'contextlib.AsyncExitStack.enter_async_context': ({ positional, inference }) => enteredValue(positional[0], true, inference),
};

function entering({ positional, inference }: KnownCall): InferredType | undefined {
  return enteredValue(positional[0], false, inference);
}

function task({ positional, inference }: KnownCall): InferredType | undefined {
  return typeWith('asyncio.Task', 'certain', [awaitedValue(positional[0], inference)]);
}

/** The results of all arguments in order; of `gather(*many)` a list of what each of them gives. */
function gathered({ call, positional, inference }: KnownCall): InferredType | undefined {
  const { keywords, hasSplat } = callArguments(call);
  if (keywords.has('return_exceptions')) return undefined;
  if (!hasSplat)
    return typeWith(
      'builtins.tuple',
      'certain',
      positional.map((one) => awaitedValue(one, inference)),
    );
  const [splat, ...others] = call.field('arguments').children;
  const many = splat?.is('list_splat') === true && others.length === 0 ? splat.children[0] : undefined;
  if (many === undefined) return undefined;
  const each = many.is('list_comprehension', 'generator_expression', 'set_comprehension') ? many.children[0] : undefined;
  const result = each === undefined ? awaitable(elementOf(inference.typeOf(many), false, inference)) : awaitedValue(each, inference);
  return typeWith('builtins.list', 'certain', [result]);
}

/** What awaiting an expression gives. */
export function awaitedValue(expression: SyntaxNode | undefined, inference: Inference): InferredType | undefined {
  return expression?.is('call') === true ? inference.typeOfAwaited(expression) : awaitable(inference.typeOf(expression));
}

/** What awaiting an object gives. */
function awaitable(type: InferredType | undefined): InferredType | undefined {
  if (type !== undefined && isSymbolic(type.type)) return { type: applied(type.type, '!'), certainty: type.certainty };
  if (type?.type === 'collections.abc.Coroutine') return atMost(type.args?.[2], type.certainty);
  return type !== undefined && awaitables.has(type.type) ? atMost(type.args?.[0], type.certainty) : undefined;
}

const awaitables = new Set(['asyncio.Task', 'asyncio.Future', 'collections.abc.Awaitable']);

/** By method: what methods of containers give. */
const methods: Readonly<Record<string, (owner: InferredType) => InferredType | undefined>> = {
  copy: (owner) => owner,
  get: valueOf,
  items: ({ args }) => typeWith('collections.abc.ItemsView', 'certain', args),
  keys: ({ args }) => typeWith('collections.abc.KeysView', 'certain', args?.slice(0, 1)),
  pop: valueOf,
  popleft: valueOf,
  setdefault: valueOf,
  values: (owner) => typeWith('collections.abc.ValuesView', 'certain', [valueOf(owner)]),
};

function valueOf({ type, args }: InferredType): InferredType | undefined {
  return args?.[containerKind(type) === 'mapping' ? 1 : 0];
}

const onMappings = new Set(['get', 'items', 'keys', 'setdefault', 'values']);

const textMethods = new Set(['format', 'join', 'lower', 'lstrip', 'replace', 'rstrip', 'strip', 'title', 'upper']);
const splittingMethods = new Set(['rsplit', 'split', 'splitlines']);

const knownMethods = new Set([...Object.keys(methods), ...textMethods, ...splittingMethods, 'decode', 'encode']);

/** What a call of a function that is known here gives. */
export function typeOfKnownCall(
  name: string,
  call: SyntaxNode<'call'>,
  isAwaited: boolean,
  inference: Inference,
  called: Called,
): InferredType | undefined {
  const answers = isAwaited ? awaited : immediate;
  const callee = call.field('function');
  if (Object.hasOwn(answers, name)) {
    // `list[int]()` says itself what it will hold.
    if (callee.is('subscript')) return inference.annotated(callee);
    return answers[name]?.({ call, positional: callArguments(call).positional, inference, called });
  }
  const isMethod = !isAwaited && callee.is('attribute') && knownMethods.has(callee.field('attribute').text);
  return isMethod ? typeOfContainerCall(callee, callArguments(call).positional, inference) : undefined;
}

function typeOfContainerCall(
  callee: SyntaxNode<'attribute'>,
  positional: readonly SyntaxNode[],
  inference: Inference,
): InferredType | undefined {
  const owner = inference.typeOf(callee.field('object'));
  const method = callee.field('attribute').text;
  if (owner === undefined) return undefined;
  if (owner.type === 'builtins.str' || owner.type === 'builtins.bytes') return textResult(owner, method);
  const key = method === 'get' ? stringOf(positional[0]) : undefined;
  if (key !== undefined && isTypedDict(owner.type, inference)) return typeOfMember(owner, key, inference);
  const kind = containerKind(owner.type);
  if (kind === undefined || (kind !== 'mapping' && onMappings.has(method)) || !Object.hasOwn(methods, method)) return undefined;
  return atMost(methods[method]?.(owner), owner.certainty);
}

function stringOf(node: SyntaxNode | undefined): string | undefined {
  return node === undefined ? undefined : stringValue(node);
}

function textResult(owner: InferredType, method: string): InferredType | undefined {
  if (textMethods.has(method)) return owner;
  if (splittingMethods.has(method)) return typeWith('builtins.list', owner.certainty, [owner]);
  if (method === 'encode' && owner.type === 'builtins.str') return { ...owner, type: 'builtins.bytes' };
  return method === 'decode' && owner.type === 'builtins.bytes' ? { ...owner, type: 'builtins.str' } : undefined;
}

/** What calling a name gives that stands for a `NewType`. */
export function typeOfNewType(callee: SyntaxNode, inference: Inference): InferredType | undefined {
  const binding = callee.is('identifier') ? inference.scopes.bindingOf(callee) : undefined;
  const [declaration, ...others] = binding?.declarations ?? [];
  const value = others.length === 0 ? declaration?.value : undefined;
  return value?.is('call') === true ? inference.annotated(newTypeBase(value, inference)) : undefined;
}
